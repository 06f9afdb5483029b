package dev.cordon.application.evidence.intake;

import dev.cordon.domain.evidence.intake.CardScan;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** A stream that is looked through for card numbers and hashed as it came, while it is read. */
final class ScannedStream extends InputStream {

    private final InputStream in;
    private final CardScan scan;
    private final OutputStream copy;
    private final MessageDigest came = Sha256.newDigest();
    private long size;
    private boolean ended;
    private @Nullable IOException failure;

    /**
     * @param blots whether what is found is blotted out in what is read here
     */
    ScannedStream(InputStream in, boolean blots) {
        this(in, blots, OutputStream.nullOutputStream());
    }

    /**
     * @param blots whether what is found is blotted out in what is read here
     * @param copy gets all that can be read here, before anybody reads it
     */
    ScannedStream(InputStream in, boolean blots, OutputStream copy) {
        this.in = in;
        this.scan = new CardScan(blots);
        this.copy = copy;
    }

    /** How many were found in what was read by now. */
    long found() {
        return scan.found();
    }

    /** How many bytes came by now. */
    long size() {
        return size;
    }

    /** The digest of all that came, once it is read to its end. */
    Sha256 came() {
        return Sha256.ofDigest(came.digest());
    }

    /** Why the stream itself broke; null if it did not. */
    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (scan.ready() == scan.looked()) {
            if (ended) {
                return -1;
            }
            fill();
        }
        int some = Math.min(length, scan.looked() - scan.ready());
        System.arraycopy(scan.window(), scan.ready(), into, from, some);
        scan.taken(some);
        return some;
    }

    /** What broke is not read any further: a decoder may go on without an end. */
    private void fill() throws IOException {
        if (failure != null) {
            throw failure;
        }
        try {
            int got = in.read(scan.window(), scan.end(), scan.room());
            ended = got < 0;
            if (!ended) {
                came.update(scan.window(), scan.end(), got);
                size += got;
            }
            int before = scan.looked();
            scan.added(Math.max(0, got), ended);
            copy.write(scan.window(), before, scan.looked() - before);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    /** It always has more, until it has not: so packed parts that follow each other are joined. */
    @Override
    public int available() {
        return ended && scan.ready() == scan.looked() ? 0 : 1;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
