package dev.cordon.domain.detection.log;

import java.time.ZoneId;

/**
 * How a source writes its lines: a value made from a short text, and stored as that text.
 *
 * @param text the one that {@link #of} reads
 */
public record LogFormat(String text) {

    /** The combined format of nginx and Apache; every line carries its own offset from UTC. */
    public static final LogFormat COMBINED = new LogFormat("combined");

    public LogFormat {
        if (!text.equals("combined")) {
            throw new IllegalArgumentException("a log format is combined");
        }
    }

    /** The format that this text names. */
    public static LogFormat of(String text) {
        return new LogFormat(text.strip());
    }

    /** Reads lines of it; those without an offset are of that zone. */
    LineParser parser(ZoneId zone) {
        return new AccessLogParser();
    }

    @Override
    public String toString() {
        return text;
    }
}
