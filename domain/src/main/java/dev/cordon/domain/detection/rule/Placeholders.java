package dev.cordon.domain.detection.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What {@code %name%} stands for in values with the modifier {@code expand}. */
final class Placeholders {

    private static final int MOST = 5_000;

    private final Map<String, List<String>> meanings;

    Placeholders(Map<String, List<String>> meanings) {
        this.meanings = meanings;
    }

    /** All values that the text stands for; {@code \%} is a percent sign. */
    List<String> expand(String text) {
        var done = List.of("");
        int at = 0;
        while (at < text.length()) {
            int end = nameEnd(text, at);
            if (end > 0) {
                done = with(done, meaning(text.substring(at + 1, end)));
                at = end + 1;
            } else {
                boolean escaped = text.startsWith("\\%", at);
                int next = escaped ? at + 2 : plainEnd(text, at);
                done = with(done, List.of(escaped ? "%" : text.substring(at, next)));
                at = next;
            }
        }
        return done;
    }

    private List<String> meaning(String name) {
        var meant = meanings.get(name);
        if (meant == null) {
            throw new Refused("nothing is set for the placeholder %" + name + "%");
        }
        return meant;
    }

    /** Up to the next sign that may begin something else. */
    private static int plainEnd(String text, int from) {
        int at = from + 1;
        while (at < text.length() && text.charAt(at) != '%' && !text.startsWith("\\%", at)) {
            at++;
        }
        return at;
    }

    /** Where the placeholder that begins here ends; 0 if none does. */
    private static int nameEnd(String text, int from) {
        if (text.charAt(from) != '%') {
            return 0;
        }
        int at = from + 1;
        while (at < text.length() && isName(text.charAt(at))) {
            at++;
        }
        return at < text.length() && text.charAt(at) == '%' && at > from + 1 ? at : 0;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static List<String> with(List<String> starts, List<String> ends) {
        if ((long) starts.size() * ends.size() > MOST) {
            throw new Refused("the placeholders stand for more than " + MOST + " values");
        }
        var all = new ArrayList<String>();
        for (var start : starts) {
            for (var end : ends) {
                all.add(start + end);
            }
        }
        return all;
    }
}
