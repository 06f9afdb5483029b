package dev.cordon.infra.persistence.store;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.inventory.FileEntry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Files of a manifest in few bytes: what a path shares with the one before it is left out, digests
 * are bytes, and all is deflated. About 60 bytes for each file, 32 of them its digest.
 */
final class PackedFiles {

    private PackedFiles() {}

    static byte[] pack(List<FileEntry> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(files.size());
            var before = "";
            for (var file : files) {
                int shared = shared(before, file.path());
                out.writeShort(shared);
                out.writeUTF(file.path().substring(shared));
                out.writeLong(file.size());
                out.writeUTF(file.stamp());
                var digest = file.digest();
                out.writeBoolean(digest != null);
                if (digest != null) {
                    out.write(HexFormat.of().parseHex(digest.hex()));
                }
                before = file.path();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<FileEntry> unpack(byte[] packed) {
        try (var in =
                new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(packed)))) {
            int count = in.readInt();
            var files = new ArrayList<FileEntry>(count);
            var before = "";
            for (int each = 0; each < count; each++) {
                int shared = in.readUnsignedShort();
                var path = before.substring(0, shared) + in.readUTF();
                var size = in.readLong();
                var stamp = in.readUTF();
                var digest =
                        in.readBoolean()
                                ? new Sha256(HexFormat.of().formatHex(in.readNBytes(32)))
                                : null;
                files.add(new FileEntry(path, size, stamp, digest));
                before = path;
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int shared(String one, String other) {
        int most = Math.min(Math.min(one.length(), other.length()), 60_000);
        int shared = 0;
        while (shared < most && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
