package dev.cordon.ui.kernel;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says moments and durations in the viewer's language and zone. */
public record Moments(Words words, ZoneId zone) {

    private static final long HOURS_A_DAY = 24;

    /** In the zone that the browser told; in UTC, said so, as long as it told none. */
    public static Moments here() {
        return new Moments(Words.here(), zoneOf(UI.getCurrent()));
    }

    private static ZoneId zoneOf(@Nullable UI ui) {
        if (ui == null || ui.getPage().getExtendedClientDetails() == null) {
            return ZoneOffset.UTC;
        }
        var told = ui.getPage().getExtendedClientDetails().getTimeZoneId();
        try {
            return told == null || told.isEmpty() ? ZoneOffset.UTC : ZoneId.of(told);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    /** {@code 14:05}. */
    public String time(Instant at) {
        return format("format.time", at, zone);
    }

    /** {@code 14:05:31}. */
    public String second(Instant at) {
        return format("format.second", at, zone);
    }

    /** {@code Mon 23 Nov, 14:05}. */
    public String moment(Instant at) {
        return format("format.moment", at, zone);
    }

    /** {@code Monday 23 November 2026}. */
    public String day(Instant at) {
        return format("format.day", at, zone);
    }

    /** The moment with its year, seconds and zone: nothing about it is left to guess. */
    public String exact(Instant at) {
        return exact(at, zone);
    }

    public String exact(Instant at, ZoneId in) {
        return format("format.exact", at, in) + " " + name(in);
    }

    /** How a zone is called; UTC's own id is a mere letter. */
    private static String name(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** In words, rounded to what matters: {@code 3 d 2 h}, {@code 2 h 14 min}, {@code 8 min}. */
    public String duration(Duration duration) {
        var hours = duration.toHours();
        if (hours >= 2 * HOURS_A_DAY) {
            return words.text("format.days", hours / HOURS_A_DAY, hours % HOURS_A_DAY);
        }
        if (hours > 0) {
            return words.text("format.hours", hours, duration.toMinutesPart());
        }
        return duration.toMinutes() > 0
                ? words.text("format.minutes", duration.toMinutes())
                : words.text("format.seconds", Math.max(0, duration.toSeconds()));
    }

    private String format(String key, Instant at, ZoneId in) {
        Locale locale = words.locale();
        return DateTimeFormatter.ofPattern(words.pattern(key), locale).withZone(in).format(at);
    }
}
