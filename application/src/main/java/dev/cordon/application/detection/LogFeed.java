package dev.cordon.application.detection;

import dev.cordon.domain.detection.engine.DetectionEngine;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogReader;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A log on its way into the engine: straight through, or event by event in step with others. For
 * the latter a scout reads ahead, since a line's time is known only when it is understood.
 */
public final class LogFeed {

    private static final int PIECE = 256 * 1024;

    /** Without a single understood event in so much there is nothing to keep in step. */
    private static final int LONGEST_AHEAD = 4 * PIECE;

    private final ReadableLog log;
    private final DetectionEngine.Source source;
    private final Instant believed;
    private final LogReader scout;
    private @Nullable InputStream in;
    private byte[] bytes = new byte[0];
    private int held;
    private int fed;
    private long base;
    private long[] times = new long[64];
    private long[] ends = new long[64];
    private int known;
    private int done;
    private long missing;
    private long taken;
    private boolean dry;
    private boolean ended;

    /**
     * @param source where the engine takes it in
     * @param believed times that are much later are not believed
     */
    public LogFeed(ReadableLog log, DetectionEngine.Source source, Instant believed) {
        var limits = source.limits();
        this.log = log;
        this.source = source;
        this.believed = believed;
        this.scout =
                new LogReader(
                        log.format(),
                        log.zone(),
                        limits.longestLine(),
                        limits.futureTolerance(),
                        this::spy);
    }

    /** When its next event happened; the earliest possible time if that is not known. */
    long next() {
        if (done < known) {
            return times[done];
        }
        var begin = log.begin();
        return in == null && begin != null ? begin.getEpochSecond() : Long.MIN_VALUE;
    }

    boolean isAtEnd() {
        return ended;
    }

    /** How many of its bytes the engine has. */
    public long taken() {
        return taken;
    }

    public IntakeCounts counts() {
        return source.counts();
    }

    @Override
    public String toString() {
        return log.toString();
    }

    /** Takes in what has not been taken yet. */
    void readAll() throws IOException {
        open();
        feed(held);
        known = 0;
        done = 0;
        held = 0;
        bytes = bytes.length == PIECE ? bytes : new byte[PIECE];
        while (!dry) {
            fed = 0;
            feed(Math.max(0, read(bytes, 0)));
        }
        finish();
    }

    /** Takes in the next events that did not happen later than that. */
    void readThrough(long time) throws IOException {
        open();
        if (!lookAhead()) {
            feed(held);
            finish();
            return;
        }
        int before = done;
        while (done < known && times[done] <= time) {
            done++;
        }
        if (done > before) {
            feed(lineEnd((int) Math.min(ends[done - 1] - base, held)));
            source.end();
        }
    }

    private void feed(int to) {
        source.feed(bytes, fed, to, believed);
        taken += to - fed;
        fed = to;
    }

    private int lineEnd(int at) {
        int end = at;
        while (end < held && bytes[end - 1] != '\n') {
            end++;
        }
        return end;
    }

    /** It cannot be read any further: what came in of it is all there is. */
    public void breakOff() {
        feed(held);
        source.end();
    }

    private void open() throws IOException {
        if (in == null) {
            in = log.open();
            missing = log.size();
        }
    }

    private int read(byte[] into, int from) throws IOException {
        int got = in == null ? -1 : in.read(into, from, PIECE);
        dry = got < 0;
        missing -= Math.max(0, got);
        return got;
    }

    /** Whether there is an event that was not taken yet. */
    private boolean lookAhead() throws IOException {
        while (done == known && !dry) {
            makeRoom();
            int got = read(bytes, held);
            if (got < 0) {
                scout.end();
            } else {
                scout.feed(bytes, held, held + got, believed);
                held += got;
            }
        }
        return done < known;
    }

    private void makeRoom() {
        known = 0;
        done = 0;
        if (held - fed > LONGEST_AHEAD) {
            feed(held);
        }
        held -= fed;
        base += fed;
        var from = bytes;
        if (held + PIECE > bytes.length) {
            bytes = new byte[held + PIECE];
        }
        System.arraycopy(from, fed, bytes, 0, held);
        fed = 0;
    }

    private void spy(EventCursor event) {
        if (known == times.length) {
            times = Arrays.copyOf(times, 2 * known);
            ends = Arrays.copyOf(ends, 2 * known);
        }
        times[known] = event.epochSecond();
        ends[known++] = scout.eventStart() + scout.eventLength() + 1;
    }

    private void finish() throws IOException {
        source.end();
        ended = true;
        bytes = new byte[0];
        held = 0;
        fed = 0;
        close();
        if (missing > 0) {
            throw new IOException("it became shorter while it was read");
        }
    }

    void close() {
        try {
            if (in != null) {
                in.close();
            }
        } catch (IOException e) {
            // What was read is read; a failing close changes nothing of it.
            in = null;
        }
    }
}
