package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.log.LogFormat;
import java.time.Duration;

/**
 * How often a log speaks.
 *
 * @param longestSilence it is never silent for longer, as far as people know
 */
public record Rhythm(Duration longestSilence) {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(31);

    private static final Rhythm OF_VISITORS = new Rhythm(Duration.ofHours(1));
    private static final Rhythm OF_SHOP_EVENTS = new Rhythm(Duration.ofDays(1));
    private static final Rhythm OF_ERRORS = new Rhythm(Duration.ofDays(7));

    public Rhythm {
        if (longestSilence.compareTo(SHORTEST) < 0 || longestSilence.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a log's longest usual silence is between 1 minute and 31 days");
        }
    }

    /**
     * As long as nobody says otherwise. An access log speaks whenever somebody visits the shop, its
     * events come with orders and administrators, and a healthy server has few errors.
     */
    public static Rhythm usual(LogFormat format) {
        var text = format.text();
        return switch (text.substring(text.lastIndexOf(' ') + 1)) {
            case "nginx-error", "apache-error", "php-error" -> OF_ERRORS;
            case "woocommerce", "events" -> OF_SHOP_EVENTS;
            default -> OF_VISITORS;
        };
    }
}
