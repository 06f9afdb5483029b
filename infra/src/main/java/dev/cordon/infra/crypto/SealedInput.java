package dev.cordon.infra.crypto;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import org.jspecify.annotations.Nullable;

/**
 * Opens records one after the other. Not a byte of a record comes out before all of it was found
 * unchanged and in its place; of what lies before the first byte that is wanted only lengths are
 * read.
 */
public final class SealedInput extends InputStream {

    private static final int BUFFER = 128 * 1024;

    private final FileKey key;
    private final InputStream source;
    private final boolean finished;
    private final long wanted;
    private long position;
    private boolean ended;
    private @Nullable Opened opened;

    /** What is needed once something is read. */
    private record Opened(InputStream in, Cipher cipher, ByteBuffer sealed, ByteBuffer plain) {
        static Opened of(InputStream source) {
            var in = new BufferedInputStream(source, BUFFER);
            int most = SealedForm.RECORD + SealedForm.ADDED;
            return new Opened(
                    in,
                    FileKey.cipher(),
                    ByteBuffer.allocate(most),
                    ByteBuffer.allocate(SealedForm.RECORD).limit(0));
        }
    }

    private SealedInput(
            FileKey key, InputStream source, long position, long wanted, boolean finished) {
        this.key = key;
        this.source = source;
        this.position = position;
        this.wanted = wanted;
        this.finished = finished;
    }

    /**
     * A file that still grows: its reader knows where it ends.
     *
     * @param channel stands at a record; closed with this
     * @param position of the first byte in that record
     * @param wanted the first byte that is read, there or behind
     */
    public static SealedInput growing(
            FileKey key, FileChannel channel, long position, long wanted) {
        return new SealedInput(key, Channels.newInputStream(channel), position, wanted, false);
    }

    /**
     * A file that was finished; one that was cut off since is found out.
     *
     * @param channel stands behind the head; closed with this
     */
    public static SealedInput finished(FileKey key, FileChannel channel) {
        return finished(key, Channels.newInputStream(channel));
    }

    /**
     * A file that was finished, wherever it comes from.
     *
     * @param source stands at the first record; closed with this
     */
    public static SealedInput finished(FileKey key, InputStream source) {
        return new SealedInput(key, source, 0, 0, true);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        var known = opened;
        if (known == null) {
            known = Opened.of(source);
            opened = known;
        }
        while (!known.plain().hasRemaining()) {
            if (ended || !next(known)) {
                return -1;
            }
        }
        int some = Math.min(length, known.plain().remaining());
        known.plain().get(into, from, some);
        return some;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private boolean next(Opened here) throws IOException {
        var head = here.in().readNBytes(Integer.BYTES);
        if (head.length == 0 && !finished) {
            ended = true;
            return false;
        }
        if (head.length < Integer.BYTES) {
            throw broken(null);
        }
        int said = ByteBuffer.wrap(head).getInt();
        int length = said & ~SealedForm.LAST;
        if (length > SealedForm.RECORD) {
            throw broken(null);
        }
        try {
            if (position + length <= wanted && length > 0) {
                here.in().skipNBytes((long) length + FileKey.NONCE + FileKey.TAG);
            } else {
                open(here, said, length);
            }
        } catch (EOFException | GeneralSecurityException e) {
            throw broken(e);
        }
        position += length;
        ended = (said & SealedForm.LAST) != 0;
        if (ended && here.in().read() >= 0) {
            throw broken(null);
        }
        return true;
    }

    private void open(Opened here, int said, int length)
            throws IOException, GeneralSecurityException {
        int whole = length + FileKey.NONCE + FileKey.TAG;
        if (here.in().readNBytes(here.sealed().array(), 0, whole) < whole) {
            throw new EOFException();
        }
        here.plain().clear();
        try {
            key.open(
                    here.cipher(),
                    here.sealed().position(0).limit(whole),
                    position,
                    said,
                    here.plain());
        } finally {
            here.plain().flip();
        }
        here.plain().position((int) Math.max(0, wanted - position));
    }

    private SealBroken broken(@Nullable Exception cause) {
        return new SealBroken(
                "What lies in %s at byte %d does not open".formatted(key.place(), position), cause);
    }
}
