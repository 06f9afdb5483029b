package dev.cordon.domain.detection.log;

import java.util.Locale;

/**
 * What a log file is called when what changes is taken away: the numbers and dates of rotation, the
 * endings of compression, and in WooCommerce's names the day and the hash, which is another one
 * after the store's salts were changed.
 */
public final class LogFileName {

    private static final String STEPS = "place-order-debug";
    private static final int SHORTEST_HASH = 32;
    private static final int DAY = "2026-11-23".length();

    private LogFileName() {}

    /**
     * The name that stays: {@code webhooks-delivery} for {@code
     * webhooks-delivery-2026-11-23-09ce8fd67e90a56dbecb3b1e8957d6b5.log}, {@code access.log} for
     * {@code access.log-20261123.gz}.
     *
     * @param fileName with or without its folder
     */
    public static String stable(String fileName) {
        int slash = Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\'));
        var name = unpacked(fileName.substring(slash + 1));
        var source = wooCommerce(name);
        return source.isEmpty() ? unrotated(name) : source;
    }

    private static String unpacked(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        for (var ending : new String[] {".gz", ".zst", ".zstd"}) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** Name, perhaps a rotation, day and hash; empty if it is not built so. */
    private static String wooCommerce(String name) {
        var plain = name.endsWith(".log") ? name.substring(0, name.length() - 4) : "";
        int dash = plain.lastIndexOf('-');
        boolean hash = dash > 0 && isHash(plain.substring(dash + 1));
        if (!hash) {
            return "";
        }
        var rest = plain.substring(0, dash);
        int day = rest.length() - DAY;
        boolean dated = day > 1 && rest.charAt(day - 1) == '-' && isDay(rest.substring(day));
        return withoutOrder(withoutNumber(dated ? rest.substring(0, day - 1) : rest));
    }

    /** WooCommerce writes the steps of each order into a log of its own. */
    private static String withoutOrder(String name) {
        return name.startsWith(STEPS + "-") ? STEPS : name;
    }

    private static boolean isHash(String text) {
        return text.length() >= SHORTEST_HASH
                && text.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'f');
    }

    private static boolean isDay(String text) {
        for (int i = 0; i < DAY; i++) {
            boolean dash = i == 4 || i == 7;
            if (dash ? text.charAt(i) != '-' : !isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** {@code access.log.3} and {@code access.log-20261123} are what {@code access.log} was. */
    private static String unrotated(String name) {
        var numbered = withoutNumber(name);
        int dash = numbered.lastIndexOf('-');
        boolean dated =
                dash > 0
                        && numbered.length() - dash >= 9
                        && numbered.substring(dash + 1).chars().allMatch(c -> isDigit((char) c));
        return dated ? numbered.substring(0, dash) : numbered;
    }

    private static String withoutNumber(String name) {
        int dot = name.lastIndexOf('.');
        boolean number =
                dot > 0
                        && dot < name.length() - 1
                        && name.substring(dot + 1).chars().allMatch(c -> isDigit((char) c));
        return number ? name.substring(0, dot) : name;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
