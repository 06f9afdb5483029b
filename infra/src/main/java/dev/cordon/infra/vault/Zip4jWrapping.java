package dev.cordon.infra.vault;

import dev.cordon.application.evidence.MadeStream;
import dev.cordon.application.evidence.Wrapping;
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

    private static final class Wrapped extends MadeStream {

        private final String name;
        private final InputStream content;
        private final byte[] piece = new byte[PIECE];
        private @Nullable ZipOutputStream zip;

        Wrapped(String name, InputStream content) {
            this.name = name;
            this.content = content;
        }

        @Override
        protected boolean make() throws IOException {
            var out = zip;
            if (out == null) {
                out = new ZipOutputStream(made(), PASSWORD.toCharArray());
                out.putNextEntry(entry());
                zip = out;
            }
            int got = content.read(piece);
            if (got < 0) {
                out.closeEntry();
                out.close();
                return false;
            }
            out.write(piece, 0, got);
            return true;
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
