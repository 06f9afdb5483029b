package dev.cordon.infra.vault;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packs what tests look into. */
final class PackedForms {

    private PackedForms() {}

    /** The same in each form that is one stream. */
    static List<byte[]> streams(byte[] content) throws IOException {
        return List.of(xz(content), bzip2(content), Zstd.compress(content));
    }

    static byte[] xz(byte[] content) throws IOException {
        return packed(content, out -> new XZOutputStream(out, new LZMA2Options()));
    }

    static byte[] bzip2(byte[] content) throws IOException {
        return packed(content, BZip2CompressorOutputStream::new);
    }

    static byte[] zstd(byte[] content) throws IOException {
        return packed(content, ZstdOutputStream::new);
    }

    static byte[] sevenZ(Map<String, byte[]> files) throws IOException {
        return sevenZ(files, null);
    }

    static byte[] sevenZ(Map<String, byte[]> files, char[] password) throws IOException {
        var channel = new SeekableInMemoryByteChannel();
        try (var out =
                password == null
                        ? new SevenZOutputFile(channel)
                        : new SevenZOutputFile(channel, password)) {
            for (var file : files.entrySet()) {
                var entry = new SevenZArchiveEntry();
                entry.setName(file.getKey());
                out.putArchiveEntry(entry);
                out.write(file.getValue());
                out.closeArchiveEntry();
            }
        }
        return java.util.Arrays.copyOf(channel.array(), (int) channel.size());
    }

    private interface Packer {
        OutputStream around(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] content, Packer packer) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = packer.around(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    /** Bytes that can be read again and again. */
    record Bytes(byte[] bytes) implements dev.cordon.application.evidence.intake.Unpacking.Anew {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
