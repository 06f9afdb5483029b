package dev.cordon.infra.crypto;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;

/**
 * Seals what is written, record by record. {@link #flush} seals what was written since, in a record
 * of its own; {@link #finish} says that nothing follows. The channel stays open.
 */
public final class SealedOutput extends OutputStream {

    private final FileKey key;
    private final WritableByteChannel out;
    private final Cipher cipher = FileKey.cipher();
    private final Nonces nonces = new Nonces();
    private final ByteBuffer plain = ByteBuffer.allocate(SealedForm.RECORD);
    private final ByteBuffer sealed = ByteBuffer.allocate(SealedForm.RECORD + SealedForm.ADDED);
    private long position;

    /**
     * @param position of the first byte that is written, as readers of it count
     */
    public SealedOutput(FileKey key, WritableByteChannel out, long position) {
        this.key = key;
        this.out = out;
        this.position = position;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        for (int at = from; at < end; ) {
            if (plain.position() == 0 && end - at >= SealedForm.RECORD) {
                seal(ByteBuffer.wrap(bytes, at, SealedForm.RECORD), 0);
                at += SealedForm.RECORD;
                continue;
            }
            int some = Math.min(end - at, plain.remaining());
            plain.put(bytes, at, some);
            at += some;
            if (!plain.hasRemaining()) {
                sealGathered(0);
            }
        }
    }

    @Override
    public void flush() throws IOException {
        if (plain.position() > 0) {
            sealGathered(0);
        }
    }

    /** Seals what is left as the end of the file. */
    public void finish() throws IOException {
        sealGathered(SealedForm.LAST);
    }

    private void sealGathered(int mark) throws IOException {
        seal(plain.flip(), mark);
        plain.clear();
    }

    private void seal(ByteBuffer record, int mark) throws IOException {
        int length = record.remaining();
        int head = length | mark;
        try {
            sealed.clear().putInt(head);
            key.seal(cipher, nonces.next(), record, position, head, sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot encrypt " + key.place(), e);
        }
        SealedForm.write(out, sealed.flip());
        position += length;
    }
}
