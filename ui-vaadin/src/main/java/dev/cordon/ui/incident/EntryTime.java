package dev.cordon.ui.incident;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time with which a person begins a note: "14:05", "14:05 yesterday", "yesterday 14:05", and
 * the same in German. Everything after it is the note.
 *
 * @param at when it happened; null where the note begins with no time: now
 * @param text the note itself
 */
record EntryTime(@Nullable Instant at, String text) {

    private static final Map<String, Integer> DAYS_BACK =
            Map.of("today", 0, "heute", 0, "yesterday", 1, "gestern", 1, "vorgestern", 2);

    /** Not followed by more digits or a dot: that would be a date. */
    private static final String TIME =
            "(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?![.\\d])(?: ?(?:h|uhr|(?<half>am|pm))\\b)?";

    private static final String DAY = "(?<day>today|heute|yesterday|gestern|vorgestern)";

    private static final Pattern TIME_FIRST =
            Pattern.compile(
                    "^\\s*(?:at |um )?" + TIME + "(?:[ ,]+" + DAY + "\\b)?[ ,:;–-]*(?<rest>.*)$",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern DAY_FIRST =
            Pattern.compile(
                    "^\\s*" + DAY + "[ ,]+(?:at |um )?" + TIME + "[ ,:;–-]*(?<rest>.*)$",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /**
     * Reads what was typed. A time of today that still lies ahead is taken as yesterday's, unless
     * the day was named.
     */
    static EntryTime read(String typed, ZoneId zone, Instant now) {
        for (var pattern : new Pattern[] {TIME_FIRST, DAY_FIRST}) {
            var found = pattern.matcher(typed);
            if (found.matches()) {
                return read(found, typed, zone, now);
            }
        }
        return new EntryTime(null, typed.strip());
    }

    private static EntryTime read(Matcher found, String typed, ZoneId zone, Instant now) {
        try {
            var time =
                    LocalTime.of(
                            hour(Integer.parseInt(found.group("hour")), found.group("half")),
                            Integer.parseInt(found.group("minute")));
            return new EntryTime(
                    moment(time, found.group("day"), zone, now), found.group("rest").strip());
        } catch (DateTimeException e) {
            return new EntryTime(null, typed.strip());
        }
    }

    /** Of the day, from one that may be of its half: 12 am is midnight, 12 pm noon. */
    private static int hour(int said, @Nullable String half) {
        if (half == null || said > 12) {
            return said;
        }
        return said % 12 + (half.equalsIgnoreCase("pm") ? 12 : 0);
    }

    private static Instant moment(LocalTime time, @Nullable String day, ZoneId zone, Instant now) {
        var today = LocalDate.ofInstant(now, zone);
        if (day != null) {
            var back = DAYS_BACK.getOrDefault(day.toLowerCase(Locale.ROOT), 0);
            return today.minusDays(back).atTime(time).atZone(zone).toInstant();
        }
        var at = today.atTime(time).atZone(zone).toInstant();
        return at.isAfter(now) ? today.minusDays(1).atTime(time).atZone(zone).toInstant() : at;
    }
}
