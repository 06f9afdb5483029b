package dev.cordon.infra.vault;

import dev.cordon.application.evidence.Wrapping;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import net.lingala.zip4j.io.outputstream.ZipOutputStream;
import net.lingala.zip4j.model.ZipParameters;
import net.lingala.zip4j.model.enums.AesKeyStrength;
import net.lingala.zip4j.model.enums.CompressionLevel;
import net.lingala.zip4j.model.enums.CompressionMethod;
import net.lingala.zip4j.model.enums.EncryptionMethod;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** ZIPs with WinZip's AES encryption (AE-2), written while they are read. */
@Component
class Zip4jWrapping implements Wrapping {

    @Override
    public InputStream wrap(String name, InputStream content) {
        return new Wrapped(name, content);
    }

    private static final class Wrapped extends InputStream {

        private static final int PIECE = 1 << 16;

        private final String name;
        private final InputStream content;
        private final ByteArrayOutputStream made = new ByteArrayOutputStream(2 * PIECE);
        private final byte[] piece = new byte[PIECE];
        private @Nullable ZipOutputStream zip;
        private byte[] ready = new byte[0];
        private int at;
        private boolean ended;

        Wrapped(String name, InputStream content) {
            this.name = name;
            this.content = content;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            while (at == ready.length) {
                if (ended) {
                    return -1;
                }
                make();
                ready = made.toByteArray();
                made.reset();
                at = 0;
            }
            int some = Math.min(length, ready.length - at);
            System.arraycopy(ready, at, into, from, some);
            at += some;
            return some;
        }

        private void make() throws IOException {
            var out = zip;
            if (out == null) {
                out = new ZipOutputStream(made, PASSWORD.toCharArray());
                out.putNextEntry(entry());
                zip = out;
            }
            int got = content.read(piece);
            if (got >= 0) {
                out.write(piece, 0, got);
            } else {
                out.closeEntry();
                out.close();
                ended = true;
            }
        }

        private ZipParameters entry() {
            var entry = new ZipParameters();
            var clean = name.replaceAll("[/\\\\\\p{Cntrl}]", "_");
            entry.setFileNameInZip(clean.isBlank() ? "evidence" : clean);
            entry.setCompressionMethod(CompressionMethod.DEFLATE);
            entry.setCompressionLevel(CompressionLevel.FASTEST);
            entry.setEncryptFiles(true);
            entry.setEncryptionMethod(EncryptionMethod.AES);
            entry.setAesKeyStrength(AesKeyStrength.KEY_STRENGTH_256);
            return entry;
        }

        @Override
        public void close() throws IOException {
            content.close();
        }
    }
}
