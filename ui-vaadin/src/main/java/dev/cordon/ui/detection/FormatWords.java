package dev.cordon.ui.detection;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.ui.kernel.Words;

/** Log formats as people call them. */
record FormatWords(Words words) {

    private static final String OWN = "logformat.own";

    /** What a log of that format is; for a format string of one's own, that string. */
    String name(LogFormat format) {
        return name(format.text());
    }

    /** Of a format's text, which may carry a rule for addresses in front. */
    String name(String text) {
        var key = "logformat." + text;
        return words.has(key) ? words.text(key) : words.text(OWN) + ": " + text;
    }

    /** What a log of that format is mostly called, in one or two words. */
    String usualName(LogFormat format) {
        return words.text("logname." + kind(format));
    }

    /** The end of an id: {@code access} in {@code shop-access}. */
    String usualEnding(LogFormat format) {
        return switch (kind(format)) {
            case "errors" -> "errors";
            case "shop" -> "woocommerce";
            case "events" -> "events";
            default -> "access";
        };
    }

    private static String kind(LogFormat format) {
        return switch (format.text()) {
            case "nginx-error", "apache-error", "php-error" -> "errors";
            case "woocommerce" -> "shop";
            case "events" -> "events";
            default -> "access";
        };
    }
}
