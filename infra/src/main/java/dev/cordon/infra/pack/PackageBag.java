package dev.cordon.infra.pack;

import dev.cordon.application.evidence.PackageWriter.Contents;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.pack.ZipForm.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * A whole package before it is written: how long it will be is known before its first byte, and the
 * same facts make the same bytes.
 */
final class PackageBag {

    private static final int CHUNK = 1 << 16;
    private static final String MANIFEST = "manifest-sha256.txt";
    private static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private final Map<String, byte[]> tags = new TreeMap<>();
    private final Map<String, Payload> payload = new TreeMap<>();

    private record Payload(PackedItem item, int crc) {}

    /** What an item's content turned out to be is not what was collected; the writing stops. */
    static final class ContentChanged extends IOException {
        ContentChanged(PackedItem item) {
            super("the content of " + item.label() + " is not what was collected");
        }
    }

    /**
     * @param custody the bytes of {@link PackedCustody#FILE}, as the ledger recorded them
     * @param beside the files that they bind
     * @param crcs of each item's content, by its path
     * @param proofs the bytes of {@link PackedProofs#FILE}
     * @param checkpoint as it was signed
     * @param key in the form of C2SP signed-note
     */
    PackageBag(
            byte[] custody,
            PackedCustody stated,
            Map<String, byte[]> beside,
            Map<String, Integer> crcs,
            byte[] proofs,
            String checkpoint,
            String key) {
        stated.items()
                .forEach(
                        item ->
                                payload.put(
                                        item.path(),
                                        new Payload(item, crcs.getOrDefault(item.path(), 0))));
        tags.putAll(beside);
        tags.put(PackedCustody.FILE, custody);
        tags.put(PackedProofs.FILE, proofs);
        tags.put("ledger/checkpoint", utf8(checkpoint));
        tags.put("ledger/key", utf8(key + "\n"));
        tags.put("bagit.txt", utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        tags.put(MANIFEST, utf8(manifest()));
        tags.put(TAG_MANIFEST, utf8(tagManifest()));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String manifest() {
        return payload.entrySet().stream()
                .map(file -> line(file.getValue().item().content(), file.getKey()))
                .collect(Collectors.joining());
    }

    private String tagManifest() {
        return tags.entrySet().stream()
                .map(file -> line(Sha256.of(file.getValue()), file.getKey()))
                .collect(Collectors.joining());
    }

    private static String line(Sha256 digest, String path) {
        return digest.hex() + "  " + path + "\n";
    }

    private ZipForm form() {
        var parts = new TreeMap<String, Part>();
        tags.forEach((name, bytes) -> parts.put(name, new Part(name, bytes.length, crc(bytes))));
        payload.forEach(
                (name, file) -> parts.put(name, new Part(name, file.item().size(), file.crc())));
        return new ZipForm(new ArrayList<>(parts.values()));
    }

    private static int crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    /** In bytes, as it will be written. */
    long length() {
        return form().length();
    }

    /**
     * Writes it, hashing every content once more.
     *
     * @throws ContentChanged before the end: what was written is no package
     */
    void write(OutputStream out, Contents contents) throws IOException {
        var form = form();
        for (var part : form.parts()) {
            out.write(ZipForm.local(part));
            var file = payload.get(part.name());
            if (file == null) {
                out.write(tags.getOrDefault(part.name(), new byte[0]));
            } else {
                write(out, file.item(), contents);
            }
        }
        for (var line : form.tail()) {
            out.write(line);
        }
        out.flush();
    }

    private static void write(OutputStream out, PackedItem item, Contents contents)
            throws IOException {
        var digest = Sha256.newDigest();
        long left = item.size();
        try (var in = contents.open(item)) {
            var chunk = new byte[CHUNK];
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                left -= got;
                if (left < 0) {
                    throw new ContentChanged(item);
                }
                digest.update(chunk, 0, got);
                out.write(chunk, 0, got);
            }
        }
        if (left != 0 || !Sha256.ofDigest(digest.digest()).equals(item.content())) {
            throw new ContentChanged(item);
        }
    }
}
