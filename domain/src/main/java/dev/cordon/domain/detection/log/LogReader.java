package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns bytes into understood events and counts, in memory that does not grow. Fed piece by piece;
 * not safe for two threads.
 *
 * <p>Where an event may have several lines, it is handed over when the first line of the next one,
 * or the end, has come.
 */
public final class LogReader {

    /** What some programs of Windows put before UTF-8. */
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final LineParser parser;
    private final EventCursor event = new EventCursor();
    private final LogLines lines;
    private final LineTally tally = new LineTally();
    private final Consumer<EventCursor> sink;
    private final Duration futureTolerance;
    private final @Nullable JoinedLines joined;
    private long latest = Long.MAX_VALUE;
    private long eventStart;
    private int eventLength;

    /**
     * @param zone the zone of the source's clock, for formats whose lines do not say
     * @param longestLine in bytes; longer lines are skipped, and so is what would make an event of
     *     several lines longer
     * @param futureTolerance how far ahead of now a line's time may lie
     * @param sink takes each understood event; the cursor is valid only during the call
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
        this.joined =
                parser.joinsLines()
                        ? new JoinedLines(parser, longestLine, tally, this::read)
                        : null;
    }

    /** Takes the next bytes, which came in at that moment. */
    public void feed(byte[] bytes, int from, int to, Instant now) {
        latest = now.plus(futureTolerance).getEpochSecond();
        lines.feed(bytes, from, to);
    }

    /** What came in so far is complete: an unfinished line is a line. */
    public void end() {
        lines.end();
        if (joined != null) {
            joined.flush();
        }
    }

    /** Where the line that was read last begins, in bytes since the start. */
    public long lineStart() {
        return lines.lineStart();
    }

    /** Where the event being handed over begins, in bytes since the start. */
    public long eventStart() {
        return eventStart;
    }

    /**
     * How many bytes of the stream the event being handed over has: from the beginning of its first
     * line to the end of its last one, without that one's line feed.
     */
    public int eventLength() {
        return eventLength;
    }

    /**
     * What comes next begins there, in bytes since the log's beginning; what lies between was lost.
     */
    public void skipTo(long offset) {
        end();
        lines.skipTo(offset);
        tally.skipTo(offset);
    }

    /**
     * Counts by time too from now on.
     *
     * @param from lines that begin before that place were counted already
     */
    public void countTraffic(long from) {
        tally.count(new TrafficTally(from));
    }

    /** What was counted by time since it was last asked; empty if nobody wanted it counted. */
    public Optional<Traffic> traffic() {
        return tally.traffic();
    }

    /** Writes down what it has counted, and what of an event has come. */
    public void save(StateWriter to) {
        lines.save(to);
        tally.save(to);
        to.maybe(joined, each -> each.save(to));
    }

    /** Goes on where one of the same format stopped. */
    public void restore(StateReader from) {
        lines.restore(from);
        tally.restore(from);
        if (from.flag() && joined != null) {
            joined.restore(from);
        }
    }

    public IntakeCounts counts(long forgotten) {
        return tally.counts(lines.bytes(), forgotten);
    }

    /** An event of one or several lines; these are where they stood. */
    private boolean read(byte[] bytes, int from, int to, int traits, LinePlace place) {
        Rejection reason = parser.read(bytes, from, to, event);
        if (reason == null && event.epochSecond > latest) {
            reason = Rejection.FUTURE_TIME;
        }
        if (reason == null) {
            boolean clean = traits == 0 || Encoding.isCleanText(bytes, from, to, traits);
            tally.understand(event, place, clean);
            eventStart = place.start;
            eventLength = (int) (place.end - place.start);
            sink.accept(event);
        } else {
            var deeper = Encoding.explain(reason, bytes, from, to, traits);
            tally.reject(deeper, place.lines, place.number, place.start, bytes, from, to);
        }
        return reason == null;
    }

    /** What becomes of each line. */
    private final class Reading implements LogLines.Sink {

        private final LinePlace place = new LinePlace();

        @Override
        public void line(byte[] bytes, int from, int to, int traits) {
            place.begin(lines.lineNumber(), lines.lineStart(), to - from);
            boolean marked = place.number == 1 && Bytes.startsWith(bytes, from, to, MARK);
            int start = marked ? from + MARK.length : from;
            if (joined != null) {
                joined.line(bytes, start, to, traits, place);
            } else if (start == to) {
                tally.reject(Rejection.EMPTY, 1, place.number, place.start, bytes, from, to);
            } else {
                read(bytes, start, to, traits, place);
            }
        }

        @Override
        public void tooLong(byte[] bytes, int from, int to) {
            if (joined != null) {
                joined.flush();
            }
            tally.reject(
                    Rejection.TOO_LONG, 1, lines.lineNumber(), lines.lineStart(), bytes, from, to);
        }
    }
}
