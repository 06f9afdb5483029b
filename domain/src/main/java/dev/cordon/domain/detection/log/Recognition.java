package dev.cordon.domain.detection.log;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Tells from a log's first lines how they are written. */
final class Recognition {

    /** The usual formats, those first that say most about a line which several understand. */
    private static final List<String> CANDIDATES =
            List.of(
                    "combined+forwarded",
                    "forwarded+combined",
                    "vhost-combined+forwarded",
                    "vhost-combined",
                    "apache:%v %h %l %u %t \"%r\" %>s %b \"%{Referer}i\" \"%{User-Agent}i\"",
                    "combined",
                    "common",
                    "events",
                    "json",
                    "woocommerce",
                    "nginx-error",
                    "apache-error",
                    "php-error");

    private static final int LONGEST = 256 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;
    private static final Instant EVERY_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private Recognition() {}

    /**
     * The format that understands at least four of five lines, and most of them; of two that
     * understand as many the one that makes more of them.
     */
    static Optional<LogFormat> of(byte[] beginning) {
        int end = wholeLines(beginning);
        LogFormat best = null;
        long most = 0;
        for (var candidate : CANDIDATES) {
            var format = LogFormat.of(candidate);
            var fit = new Fit();
            long worth = fit.read(format, beginning, end);
            if (worth > most) {
                best = format;
                most = worth;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The last line may be cut, unless it is the only one. */
    private static int wholeLines(byte[] bytes) {
        int end = Math.min(bytes.length, LONGEST);
        int last = end;
        while (last > 0 && bytes[last - 1] != '\n') {
            last--;
        }
        return last == 0 ? end : last;
    }

    /** How well one format fits. */
    private static final class Fit {

        private long events;
        private long telling;
        private long headers;
        private long hops;

        /** Twice the lines it understands, less one if it says little; 0 if they are too few. */
        long read(LogFormat format, byte[] bytes, int end) {
            var reader =
                    new LogReader(format, ZoneOffset.UTC, LONGEST_LINE, Duration.ZERO, this::look);
            reader.feed(bytes, 0, end, EVERY_TIME);
            reader.end();
            var counts = reader.counts(0);
            long empty = counts.rejected().getOrDefault(Rejection.EMPTY, 0L);
            boolean most = counts.understood() * 5 >= (counts.lines() - empty) * 4;
            boolean forwarded = format.text().contains("forwarded");
            boolean fits = most && (!forwarded || headers > 0 && hops * 5 >= headers * 4);
            return fits ? 2 * counts.understood() - (telling * 2 < events ? 1 : 0) : 0;
        }

        /**
         * A quoted field is a list of hops only if addresses stand in it, but for what a client
         * makes up. An event that is a mere request is better read as one.
         */
        private void look(EventCursor event) {
            events++;
            boolean request =
                    event.eventClass() == EventClass.HTTP_ACTIVITY
                            && event.has(EventField.ACTIVITY);
            telling += request || event.eventClass() == EventClass.BASE ? 0 : 1;
            if (event.has(EventField.FORWARDED_FOR)) {
                headers++;
                var first = event.text(EventField.FORWARDED_FOR).split(",", 2)[0].strip();
                hops += Address.of(first).isPresent() ? 1 : 0;
            }
        }
    }
}
