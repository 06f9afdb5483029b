package dev.cordon.infra.pack.report;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments in UTC, and behind them as clocks in the store's zone showed them.
 *
 * @param zone UTC if none is known
 */
record Times(ZoneId zone) {

    private static final DateTimeFormatter DATE = pattern("uuuu-MM-dd");
    private static final DateTimeFormatter TIME = pattern("HH:mm:ss xxx");

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
    }

    boolean isUtc() {
        return zone.normalized().equals(ZoneOffset.UTC);
    }

    String date(Instant at) {
        var text = at.toString();
        return text.substring(0, text.indexOf('T'));
    }

    /** Without its date. */
    String time(Instant at) {
        var text = at.toString();
        return text.substring(text.indexOf('T') + 1).replace("Z", " UTC");
    }

    /** In the zone; with its date where that is another. */
    String local(Instant at) {
        var local = at.atZone(zone);
        var date = DATE.format(local);
        return (date.equals(date(at)) ? "" : date + " ") + TIME.format(local);
    }

    String text(Instant at) {
        var text = date(at) + " " + time(at);
        return isUtc() ? text : text + " (" + local(at) + ")";
    }
}
