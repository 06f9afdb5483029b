package dev.cordon.domain.detection.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A mapping of a rule file, read with care: whatever stands there, the answer is a sentence. */
final class Tree {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final String where;
    private final Map<String, @Nullable Object> entries;

    private Tree(String where, Map<String, @Nullable Object> entries) {
        this.where = where;
        this.entries = entries;
    }

    static Tree of(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw new Refused(where + " is no mapping of keys to values");
        }
        var entries = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((key, each) -> entries.put(String.valueOf(key), each));
        return new Tree(where, entries);
    }

    Set<String> keys() {
        return entries.keySet();
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    @Nullable Object value(String key) {
        return entries.get(key);
    }

    /** Refuses keys that mean nothing here. */
    void allow(Set<String> known) {
        for (var key : entries.keySet()) {
            if (!known.contains(key)) {
                throw new Refused(where + " has an unknown key: " + key);
            }
        }
    }

    String text(String key) {
        var value = entries.get(key);
        if (value == null || value instanceof Map || value instanceof List) {
            throw new Refused(where + " needs a text: " + key);
        }
        var text = value.toString();
        if (text.isBlank()) {
            throw new Refused(where + " needs a text: " + key);
        }
        return text;
    }

    @Nullable String optionalText(String key) {
        return entries.get(key) == null ? null : text(key);
    }

    /** A list of texts; a single text is a list of one. */
    List<String> texts(String key) {
        var value = entries.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            return List.of(text(key));
        }
        var texts = new ArrayList<String>();
        for (var each : list) {
            if (each == null || each instanceof Map || each instanceof List) {
                throw new Refused(where + " needs a list of texts: " + key);
            }
            texts.add(each.toString());
        }
        return texts;
    }

    /** Texts for people, of which nothing depends: whatever is none is left out. */
    List<String> remarks(String key) {
        var value = entries.get(key);
        var all = value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        return all.stream()
                .filter(each -> each != null && !(each instanceof Map || each instanceof List))
                .map(each -> each.toString().strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }

    Tree tree(String key) {
        return of(key, entries.get(key));
    }

    boolean flag(String key) {
        var value = entries.get(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new Refused(where + " needs true or false: " + key);
    }

    /** Above zero and below a million. */
    double number(String key) {
        var text = String.valueOf(entries.get(key));
        if (!text.matches("\\d{1,6}(\\.\\d{1,6})?") || Double.parseDouble(text) == 0) {
            throw new Refused(where + " needs a number: " + key);
        }
        return Double.parseDouble(text);
    }

    /** Sigma's {@code 10m}: seconds, minutes, hours, days or weeks. */
    Duration duration(String key) {
        var text = String.valueOf(entries.get(key)).strip();
        if (text.matches("\\d+[My]")) {
            throw new Refused("months and years have no fixed length; write days: " + key);
        }
        if (!text.matches("\\d{1,7}[smhdw]")) {
            throw new Refused(where + " needs a time such as 30s, 10m, 6h or 7d: " + key);
        }
        long count = Long.parseLong(text.substring(0, text.length() - 1));
        var time =
                switch (text.charAt(text.length() - 1)) {
                    case 's' -> Duration.ofSeconds(count);
                    case 'm' -> Duration.ofMinutes(count);
                    case 'h' -> Duration.ofHours(count);
                    case 'd' -> Duration.ofDays(count);
                    default -> Duration.ofDays(7 * count);
                };
        if (time.isZero() || time.compareTo(LONGEST) > 0) {
            throw new Refused(where + " needs a time of at most 31 days: " + key);
        }
        return time;
    }
}
