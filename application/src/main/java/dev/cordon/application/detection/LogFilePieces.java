package dev.cordon.application.detection;

import dev.cordon.domain.kernel.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/**
 * A log file in pieces that end with a line, in memory that does not grow. A piece is named by
 * everything up to its end: the same file gives the same names, packed or not, and one that has
 * grown since gives those of its whole pieces again.
 */
final class LogFilePieces {

    /** The size of a piece; a line that is longer is cut. */
    static final int LONGEST = 4 << 20;

    /** The most of one file, unpacked: what a usual log may send in half an hour and a little. */
    static final long MOST = 64L << 30;

    private final InputStream plain;
    private final long most;
    private final MessageDigest digest = Sha256.newDigest();
    private final byte[] room = new byte[LONGEST];
    private int held;
    private int length;
    private long unpacked;
    private boolean ended;

    LogFilePieces(InputStream file, HandedIn handedIn) throws IOException {
        this(file, handedIn, MOST);
    }

    LogFilePieces(InputStream file, HandedIn handedIn, long most) throws IOException {
        this.plain = handedIn.plain(new Packed(file));
        this.most = most;
    }

    /**
     * Reads the next piece; false at the end.
     *
     * @throws IOException if the file breaks off, is damaged, or is longer than any log that is
     *     handed in
     */
    boolean next() throws IOException {
        System.arraycopy(room, length, room, 0, held - length);
        held -= length;
        length = 0;
        while (!ended && held < LONGEST) {
            int got = plain.read(room, held, LONGEST - held);
            ended = got < 0;
            held += Math.max(0, got);
            unpacked += Math.max(0, got);
            if (unpacked > most) {
                throw new IOException("it is longer than " + most + " bytes, unpacked");
            }
        }
        length = ended ? held : whole();
        digest.update(room, 0, length);
        return length > 0;
    }

    /** Its bytes, up to {@link #length}; valid until the next one. */
    byte[] bytes() {
        return room;
    }

    int length() {
        return length;
    }

    /** How the piece is called: the digest of everything up to its end. */
    Sha256 name() {
        try {
            var soFar = (MessageDigest) digest.clone();
            return Sha256.ofDigest(soFar.digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("this Java's SHA-256 cannot be asked midway", e);
        }
    }

    private int whole() {
        int end = held;
        while (end > 0 && room[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? held : end;
    }

    /** It always has more, until it has not: so packed parts are joined. */
    private static final class Packed extends FilterInputStream {

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int available() {
            return 1;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
