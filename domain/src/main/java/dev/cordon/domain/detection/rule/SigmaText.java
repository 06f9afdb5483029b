package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;
import dev.cordon.domain.detection.rule.TextMatch.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text as Sigma writes it: {@code *} stands for any characters, {@code ?} for one, a backslash
 * before either or before a backslash takes that meaning away (Sigma 2.1, "Escape Character").
 */
final class SigmaText {

    private static final int ANY = -1;
    private static final int ONE = -2;

    /** Characters, and the wildcards among them. */
    private final int[] parts;

    private SigmaText(int[] parts) {
        this.parts = parts;
    }

    static SigmaText of(String text) {
        var parts = new int[text.length()];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '*' || next == '?' || next == '\\')) {
                parts[count++] = next;
                i++;
            } else if (c != '*') {
                parts[count++] = c == '?' ? ONE : c;
            } else if (count == 0 || parts[count - 1] != ANY) {
                parts[count++] = ANY;
            }
        }
        return new SigmaText(Arrays.copyOf(parts, count));
    }

    /** Whether it stands for any text at all. */
    boolean isAnything() {
        return parts.length == 1 && parts[0] == ANY;
    }

    boolean hasWildcards() {
        return Arrays.stream(parts).anyMatch(part -> part < 0);
    }

    /** The text itself; it has no wildcards. */
    String plain() {
        return plain(0, parts.length);
    }

    /** The parts between wildcards for any characters, each without wildcards. */
    List<String> literals() {
        var literals = new ArrayList<String>();
        int from = 0;
        for (int i = 0; i <= parts.length; i++) {
            if (i == parts.length || parts[i] < 0) {
                if (i > from) {
                    literals.add(plain(from, i));
                }
                from = i + 1;
            }
        }
        return literals;
    }

    TextMatch at(Place place, boolean cased) {
        boolean open = parts.length > 0 && parts[0] == ANY;
        boolean openEnd = parts.length > 1 && parts[parts.length - 1] == ANY;
        int from = open ? 1 : 0;
        int to = parts.length - (openEnd ? 1 : 0);
        boolean start = open || place == Place.END || place == Place.ANYWHERE;
        boolean end = openEnd || place == Place.START || place == Place.ANYWHERE;
        for (int i = from; i < to; i++) {
            if (parts[i] < 0) {
                return new TextMatch.Wildcard(pattern(from, to, start, end, cased));
            }
        }
        return new TextMatch.Literal(plain(from, to), place(start, end), cased);
    }

    private static Place place(boolean start, boolean end) {
        if (start) {
            return end ? Place.ANYWHERE : Place.END;
        }
        return end ? Place.START : Place.WHOLE;
    }

    private Pattern pattern(int from, int to, boolean start, boolean end, boolean cased) {
        var regex = new StringBuilder(start ? ".*" : "");
        int next = from;
        for (int i = from; i <= to; i++) {
            if (i == to || parts[i] < 0) {
                regex.append(Pattern.quote(plain(next, i)));
                regex.append(i == to ? "" : parts[i] == ANY ? ".*" : ".");
                next = i + 1;
            }
        }
        regex.append(end ? ".*" : "");
        return Regexes.compiled(
                regex.toString(), Pattern.DOTALL | (cased ? 0 : Pattern.CASE_INSENSITIVE));
    }

    private String plain(int from, int to) {
        var text = new StringBuilder(to - from);
        for (int i = from; i < to; i++) {
            text.append((char) parts[i]);
        }
        return text.toString();
    }
}
