package dev.cordon.application.evidence;

import dev.cordon.domain.detection.LineSelector;
import dev.cordon.domain.detection.log.LogReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/**
 * The lines of a log that belong to a campaign, byte for byte as they came, each with one line end.
 * Holds a chunk and a line in memory, whatever the log's size.
 */
final class MatchingLines extends InputStream {

    private static final int CHUNK = 64 * 1024;

    private final InputStream log;
    private final LineSelector selector;
    private final LogReader reader;
    private final ByteArrayOutputStream matched = new ByteArrayOutputStream(CHUNK);
    private final byte[] chunk = new byte[CHUNK];
    private byte[] ready = new byte[0];
    private int at;
    private long count;
    private boolean ended;

    /**
     * @param longestLine in bytes, as detection read it
     */
    MatchingLines(InputStream log, LineSelector selector, int longestLine) {
        this.log = log;
        this.selector = selector;
        this.reader =
                new LogReader(
                        longestLine,
                        Duration.ofDays(1),
                        line -> {
                            if (selector.matches(line)) {
                                line.writeTo(matched);
                                matched.write('\n');
                                count++;
                            }
                        });
    }

    /** How many lines were handed out so far. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (at == ready.length && !ended) {
            refill();
        }
        if (at == ready.length) {
            return -1;
        }
        int taken = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, into, from, taken);
        at += taken;
        return taken;
    }

    private void refill() throws IOException {
        int got = log.read(chunk);
        if (got < 0) {
            reader.end();
            ended = true;
        } else {
            reader.feed(chunk, 0, got, selector.until());
        }
        ready = matched.toByteArray();
        at = 0;
        matched.reset();
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
