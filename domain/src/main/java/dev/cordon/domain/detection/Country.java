package dev.cordon.domain.detection;

import java.util.regex.Pattern;

/**
 * A country or territory.
 *
 * @param code two capital letters (ISO 3166-1 alpha-2, and what is assigned by users of it: {@code
 *     XK})
 */
public record Country(String code) implements Comparable<Country> {

    private static final Pattern CODE = Pattern.compile("[A-Z]{2}");

    public Country {
        if (!isCode(code)) {
            throw new IllegalArgumentException("a country's code is two capital letters");
        }
    }

    /** Whether the text has the form of such a code. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    @Override
    public int compareTo(Country other) {
        return code.compareTo(other.code);
    }

    @Override
    public String toString() {
        return code;
    }
}
