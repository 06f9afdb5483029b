package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;
import dev.cordon.domain.detection.rule.TextMatch.Place;

/**
 * Sigma's texts: {@code *} stands for any characters, {@code ?} for one, a backslash before either
 * or before a backslash takes that meaning away (Sigma 2.1, "Escaping").
 */
final class SigmaText {

    private static final char ANY = '\u0001';
    private static final char ONE = '\u0002';

    private SigmaText() {}

    static TextMatch match(String text, Place place, boolean cased) {
        var marked = marked(text);
        boolean open = !marked.isEmpty() && marked.charAt(0) == ANY;
        boolean openEnd = marked.length() > 1 && marked.charAt(marked.length() - 1) == ANY;
        var middle = marked.substring(open ? 1 : 0, marked.length() - (openEnd ? 1 : 0));
        if (middle.indexOf(ANY) >= 0 || middle.indexOf(ONE) >= 0) {
            return new TextMatch.Wildcard(pattern(marked, place, cased));
        }
        if (marked.equals(String.valueOf(ANY))) {
            return new TextMatch.Wildcard(pattern(marked, place, cased));
        }
        return new TextMatch.Literal(middle, place(place, open, openEnd), cased);
    }

    private static Place place(Place place, boolean open, boolean openEnd) {
        boolean start = place == Place.END || place == Place.ANYWHERE || open;
        boolean end = place == Place.START || place == Place.ANYWHERE || openEnd;
        if (start && end) {
            return Place.ANYWHERE;
        }
        if (start) {
            return Place.END;
        }
        return end ? Place.START : Place.WHOLE;
    }

    private static String marked(String text) {
        var marked = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
            if (c == '\\' && (next == '*' || next == '?' || next == '\\')) {
                marked.append(next);
                i++;
            } else {
                marked.append(c == '*' ? ANY : c == '?' ? ONE : c);
            }
        }
        return marked.toString();
    }

    private static Pattern pattern(String marked, Place place, boolean cased) {
        var regex = new StringBuilder();
        if (place == Place.END || place == Place.ANYWHERE) {
            regex.append(".*");
        }
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            switch (c) {
                case ANY -> regex.append(".*");
                case ONE -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        if (place == Place.START || place == Place.ANYWHERE) {
            regex.append(".*");
        }
        return FieldTest.compiled(
                regex.toString(), Pattern.DOTALL | (cased ? 0 : Pattern.CASE_INSENSITIVE));
    }
}
