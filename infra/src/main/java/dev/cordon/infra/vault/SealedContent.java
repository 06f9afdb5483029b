package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.application.evidence.EvidenceVault.Content;
import dev.cordon.application.evidence.EvidenceVault.Stored;
import dev.cordon.application.evidence.EvidenceVault.TooLarge;
import dev.cordon.application.evidence.EvidenceVault.Unreadable;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.SealedInput;
import dev.cordon.infra.crypto.SealedOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * The form of content in the vault: a line that says so, then records as {@link
 * dev.cordon.infra.crypto.SealedForm} has them, the last one marked. Reading tells in which file
 * and from which byte on it does not open.
 */
final class SealedContent extends InputStream {

    private static final byte[] FORM = "cordon/evidence/v1\n".getBytes(US_ASCII);

    /** Large enough that neither hashing nor the disk waits for calls. */
    private static final int BUFFER = 1 << 18;

    private final InputStream in;
    private final String file;
    private long position;

    private SealedContent(InputStream in, String file) {
        this.in = in;
        this.file = file;
    }

    /** What the records of an incident's content are bound to; the digest is not known yet. */
    static String boundTo(IncidentId incident) {
        return "evidence of incident " + incident;
    }

    /** Has it written once: hashes, encrypts and writes. */
    static Stored take(Content content, long limit, FileKey key, WritableByteChannel into)
            throws IOException {
        for (var line = ByteBuffer.wrap(FORM); line.hasRemaining(); ) {
            into.write(line);
        }
        var sealing = new Sealing(new SealedOutput(key, into, 0), limit);
        content.writeTo(sealing);
        return sealing.finish();
    }

    /** What is written is hashed and sealed. Closing it does nothing. */
    private static final class Sealing extends OutputStream {

        private final SealedOutput out;
        private final long limit;
        private final MessageDigest digest = Sha256.newDigest();
        private long size;

        Sealing(SealedOutput out, long limit) {
            this.out = out;
            this.limit = limit;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            size += length;
            if (size > limit) {
                throw new TooLarge(limit);
            }
            digest.update(bytes, from, length);
            out.write(bytes, from, length);
        }

        Stored finish() throws IOException {
            out.finish();
            return new Stored(Sha256.ofDigest(digest.digest()), size);
        }
    }

    /**
     * @param sealed closed with what is returned
     * @param file where it lies, as an operator finds it
     */
    static InputStream open(FileKey key, InputStream sealed, String file) throws IOException {
        if (!Arrays.equals(sealed.readNBytes(FORM.length), FORM)) {
            throw new Unreadable(file, 0, null);
        }
        return new SealedContent(SealedInput.finished(key, sealed), file);
    }

    static Sha256 digest(InputStream stream) throws IOException {
        var digest = Sha256.newDigest();
        var buffer = new byte[BUFFER];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return Sha256.ofDigest(digest.digest());
    }

    /** Copies it, and says its digest. */
    static Sha256 copy(InputStream stream, OutputStream into) throws IOException {
        var digest = Sha256.newDigest();
        stream.transferTo(new DigestOutputStream(into, digest));
        return Sha256.ofDigest(digest.digest());
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        try {
            int read = in.read(into, from, length);
            position += Math.max(0, read);
            return read;
        } catch (SealBroken e) {
            throw new Unreadable(file, position, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
