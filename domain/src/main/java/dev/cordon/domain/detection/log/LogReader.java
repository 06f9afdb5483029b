package dev.cordon.domain.detection.log;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into understood lines and counts, in memory that does not grow. Fed piece by piece;
 * not safe for two threads.
 */
public final class LogReader {

    private static final int SAMPLES_EACH = 3;
    private static final int SAMPLE_EVERY = 1_024;

    private final LineParser parser;
    private final EventCursor event = new EventCursor();
    private final LogLines lines;
    private final Consumer<EventCursor> sink;
    private final Duration futureTolerance;
    private final long[] rejected = new long[Rejection.values().length];
    private final Map<Rejection, ArrayDeque<RejectedLine>> samples = new EnumMap<>(Rejection.class);
    private long latest = Long.MAX_VALUE;
    private long understood;
    private long unclean;
    private long lastEvent = Long.MIN_VALUE;

    /**
     * @param zone the zone of the source's clock, for formats whose lines do not say
     * @param longestLine in bytes; longer lines are skipped
     * @param futureTolerance how far ahead of now a line's time may lie
     * @param sink takes each understood line; the cursor is valid only during the call
     */
    public LogReader(
            LogFormat format,
            ZoneId zone,
            int longestLine,
            Duration futureTolerance,
            Consumer<EventCursor> sink) {
        this.parser = format.parser(zone);
        this.lines = new LogLines(longestLine, new Reading());
        this.futureTolerance = futureTolerance;
        this.sink = sink;
    }

    /** Takes the next bytes, which came in at that moment. */
    public void feed(byte[] bytes, int from, int to, Instant now) {
        latest = now.plus(futureTolerance).getEpochSecond();
        lines.feed(bytes, from, to);
    }

    /** What came in so far is complete: an unfinished line is a line. */
    public void end() {
        lines.end();
    }

    /** Where the line being handed over begins, in bytes since the start. */
    public long lineStart() {
        return lines.lineStart();
    }

    /** Where the event being handed over begins, in bytes since the start. */
    public long eventStart() {
        return lines.lineStart();
    }

    /** How many bytes the event being handed over has, without the end of its last line. */
    public int eventLength() {
        return event.rawTo() - event.rawFrom();
    }

    public IntakeCounts counts(long forgotten) {
        Map<Rejection, Long> byReason = new EnumMap<>(Rejection.class);
        long all = understood;
        for (Rejection reason : Rejection.values()) {
            long count = rejected[reason.ordinal()];
            all += count;
            if (count > 0) {
                byReason.put(reason, count);
            }
        }
        var shown = new ArrayList<RejectedLine>();
        samples.values().forEach(shown::addAll);
        return new IntakeCounts(
                lines.bytes(), all, understood, unclean, byReason, shown, lastEventAt(), forgotten);
    }

    private @Nullable Instant lastEventAt() {
        return understood == 0 ? null : Instant.ofEpochSecond(lastEvent);
    }

    private void reject(Rejection reason, byte[] bytes, int from, int to) {
        long count = ++rejected[reason.ordinal()];
        if (count > SAMPLES_EACH && count % SAMPLE_EVERY != 0) {
            return;
        }
        var kept = samples.computeIfAbsent(reason, _ -> new ArrayDeque<>());
        if (kept.size() == SAMPLES_EACH) {
            kept.removeFirst();
        }
        kept.addLast(
                new RejectedLine(
                        reason,
                        lines.lineNumber(),
                        lines.lineStart(),
                        Excerpt.of(bytes, from, to)));
    }

    /** What becomes of each line. */
    private final class Reading implements LogLines.Sink {

        @Override
        public void line(byte[] bytes, int from, int to, int traits) {
            Rejection reason = from == to ? Rejection.EMPTY : parser.read(bytes, from, to, event);
            if (reason == null && event.epochSecond > latest) {
                reason = Rejection.FUTURE_TIME;
            }
            if (reason == null) {
                understood++;
                unclean += traits == 0 || Encoding.isCleanText(bytes, from, to, traits) ? 0 : 1;
                lastEvent = Math.max(lastEvent, event.epochSecond);
                sink.accept(event);
            } else {
                reject(Encoding.explain(reason, bytes, from, to, traits), bytes, from, to);
            }
        }

        @Override
        public void tooLong(byte[] bytes, int from, int to) {
            reject(Rejection.TOO_LONG, bytes, from, to);
        }
    }
}
