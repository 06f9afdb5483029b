package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * How a source writes its lines: a value made from a short text, and stored as that text.
 *
 * <p>The text is a name, or {@code nginx:} or {@code apache:} with the server's own format string.
 * Before it may stand which address counts: {@code address=last trusted=10.0.0.0/8
 * combined+forwarded}.
 *
 * @param text the one that {@link #of} reads
 */
public record LogFormat(String text) {

    /** The combined format of nginx and Apache; every line carries its own offset from UTC. */
    public static final LogFormat COMBINED = new LogFormat("combined");

    /** Longest text of a format. */
    public static final int LONGEST = 4_000;

    /**
     * @throws IllegalArgumentException with a sentence if the text is no format
     */
    public LogFormat {
        text = text.strip();
        FormatText.parse(text);
    }

    /**
     * The format that this text names.
     *
     * @throws IllegalArgumentException with a sentence if there is none
     */
    public static LogFormat of(String text) {
        return new LogFormat(text);
    }

    /** The names that need no format string behind them. */
    public static List<String> names() {
        return FormatText.NAMES;
    }

    /**
     * The format of a log that begins so; empty if most of its first lines fit none of those that
     * have a name.
     *
     * @param beginning some lines; the last may be cut
     */
    public static Optional<LogFormat> recognise(byte[] beginning) {
        return Recognition.of(beginning);
    }

    /**
     * Whether its lines say in which zone their times are, so that the source's does not matter.
     */
    public boolean knowsZone() {
        return FormatText.parse(text).knowsZone();
    }

    /** Whether each of its lines is one JSON object. */
    public boolean hasJsonLines() {
        var name = FormatText.parse(text).name();
        return name.equals("json") || name.equals("events");
    }

    /** Whether its lines tell of events, and not of requests. */
    public boolean hasEvents() {
        return FormatText.parse(text).name().equals("events");
    }

    /** Reads lines of it; those whose times do not say are of that zone. */
    LineParser parser(ZoneId zone) {
        return FormatText.parse(text).parser(zone);
    }

    @Override
    public String toString() {
        return text;
    }
}
