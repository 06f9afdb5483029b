package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.pack.ZipForm.Part;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/** A package in the hands of somebody who can change everything but has no key. */
final class Tampering {

    final Map<String, byte[]> files = new TreeMap<>();

    Tampering(byte[] made) {
        try (var opened = PackageFile.open(new InMemory(made))) {
            opened.entries().forEach(entry -> files.put(entry.name(), opened.bytes(entry)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    String text(String name) {
        return new String(files.get(name), UTF_8);
    }

    void text(String name, UnaryOperator<String> change) {
        var before = text(name);
        var after = change.apply(before);
        if (after.equals(before)) {
            throw new IllegalStateException("nothing was changed in " + name);
        }
        files.put(name, after.getBytes(UTF_8));
    }

    void flip(String name, int at) {
        var bytes = files.get(name).clone();
        bytes[at] ^= 1;
        files.put(name, bytes);
    }

    void swap(String one, String other) {
        var first = files.get(one);
        files.put(one, files.get(other));
        files.put(other, first);
    }

    void custody(UnaryOperator<PackedCustody> change) {
        try {
            var read = new PackageJson().custody(files.get(PackedCustody.FILE));
            files.put(PackedCustody.FILE, PackageText.of(change.apply(read)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    void proofs(UnaryOperator<PackedProofs> change) {
        try {
            var read = new PackageJson().proofs(files.get(PackedProofs.FILE));
            files.put(PackedProofs.FILE, PackageText.of(change.apply(read)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes manifests that fit, as anybody can. */
    Tampering rehash() {
        files.put("manifest-sha256.txt", manifest(true));
        files.put("tagmanifest-sha256.txt", manifest(false));
        return this;
    }

    private byte[] manifest(boolean payload) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith("data/") == payload)
                .filter(file -> !file.getKey().equals("tagmanifest-sha256.txt"))
                .map(file -> Sha256.of(file.getValue()).hex() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining())
                .getBytes(UTF_8);
    }

    byte[] zip() {
        return zip(new ArrayList<>(files.keySet()));
    }

    /** In that order, and as often as named. */
    byte[] zip(List<String> names) {
        var parts = names.stream().map(name -> part(name, files.get(name))).toList();
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(ZipForm.local(part));
            out.writeBytes(files.get(part.name()));
        }
        new ZipForm(parts).tail().forEach(out::writeBytes);
        return out.toByteArray();
    }

    static Part part(String name, byte[] content) {
        var crc = new CRC32();
        crc.update(content);
        return new Part(name, content.length, (int) crc.getValue());
    }
}
