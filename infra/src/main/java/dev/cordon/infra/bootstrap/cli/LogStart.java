package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a log begins with.
 *
 * @param begin the first moment it speaks of; null if unknown
 * @param events its first ones, as far as two servers' formats tell the same of them
 */
record LogStart(@Nullable Instant begin, List<String> events) {

    private static final int EVENTS = 200;

    /** Fewer lines are alike by chance. */
    private static final int ENOUGH = 10;

    /** So many different requests, whenever they came. */
    private static final int VARIED = 5;

    static LogStart of(byte[] bytes, LogFormat format, ZoneId zone) {
        var events = new ArrayList<String>();
        var begin = new Instant[1];
        var reader =
                new LogReader(
                        format,
                        zone,
                        DetectionSettings.DEFAULTS.limits().longestLine(),
                        Duration.ZERO,
                        event -> {
                            if (events.isEmpty()) {
                                begin[0] = Instant.ofEpochSecond(event.epochSecond());
                            }
                            if (events.size() < EVENTS) {
                                events.add(words(event));
                            }
                        });
        reader.feed(bytes, 0, bytes.length, LogFile.FAR_FUTURE);
        reader.end();
        return new LogStart(begin[0], events);
    }

    private static String words(EventCursor event) {
        if (!event.has(EventField.METHOD)) {
            return new String(event.rawBytes(), event.rawFrom(), event.rawLength());
        }
        return event.address()
                + " "
                + event.epochSecond()
                + " "
                + event.status()
                + " "
                + event.method()
                + " "
                + event.target();
    }

    /** Two servers that the same monitor asks for the same page every second are not one. */
    private static boolean isVaried(List<String> events) {
        return events.stream().map(each -> each.replaceFirst(" \\d+ ", " ")).distinct().count()
                >= VARIED;
    }

    /** Whether a log that begins like this and one that begins like that hold the same. */
    boolean isTwin(LogStart other) {
        var few = events.size() < other.events.size() ? this : other;
        if (begin == null
                || other.begin == null
                || few.events.size() < ENOUGH
                || Duration.between(begin, other.begin).abs().toSeconds() > 60) {
            return false;
        }
        var many = new HashSet<>(few == this ? other.events : events);
        var same = few.events.stream().filter(many::contains).toList();
        return 10 * same.size() >= 9 * few.events.size() && isVaried(same);
    }
}
