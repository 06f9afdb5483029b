package dev.cordon.domain.detection.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads a rule's {@code condition}: names of searches with {@code and}, {@code or}, {@code not},
 * parentheses, {@code 1 of} and {@code all of} (Sigma 2.1, "Condition").
 */
final class ConditionText {

    private static final Pattern WORD = Pattern.compile("[()|]|[^\\s()|]+");
    private static final int MOST_WORDS = 500;
    private static final int DEEPEST = 50;

    private final Map<String, Condition> searches;
    private final List<String> words = new ArrayList<>();
    private int at;
    private int depth;

    private ConditionText(String text, Map<String, Condition> searches) {
        this.searches = searches;
        var matcher = WORD.matcher(text);
        while (matcher.find() && words.size() <= MOST_WORDS) {
            words.add(matcher.group());
        }
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            throw new Refused("the condition is empty or has more than " + MOST_WORDS + " words");
        }
        if (words.contains("|")) {
            throw new Refused(
                    "aggregations behind a pipe are Sigma 1; write a correlation rule instead");
        }
    }

    static Condition read(String text, Map<String, Condition> searches) {
        var reader = new ConditionText(text, searches);
        var condition = reader.or();
        if (reader.at < reader.words.size()) {
            throw reader.unexpected();
        }
        return condition;
    }

    private Condition or() {
        var any = new ArrayList<Condition>();
        any.add(and());
        while (takes("or")) {
            any.add(and());
        }
        return Conditions.any(any);
    }

    private Condition and() {
        var all = new ArrayList<Condition>();
        all.add(not());
        while (takes("and")) {
            all.add(not());
        }
        return Conditions.all(all);
    }

    private Condition not() {
        if (++depth > DEEPEST) {
            throw new Refused("the condition is nested too deeply");
        }
        var condition = takes("not") ? Conditions.not(not()) : single();
        depth--;
        return condition;
    }

    private Condition single() {
        if (takes("(")) {
            var inner = or();
            if (!takes(")")) {
                throw at < words.size()
                        ? unexpected()
                        : new Refused("the condition lacks a closing parenthesis");
            }
            return inner;
        }
        if (at + 1 < words.size() && words.get(at + 1).equalsIgnoreCase("of")) {
            return of();
        }
        var search = at < words.size() ? searches.get(words.get(at)) : null;
        if (search == null) {
            throw unexpected();
        }
        at++;
        return search;
    }

    private Condition of() {
        var how = words.get(at);
        at += 2;
        if (at == words.size()) {
            throw unexpected();
        }
        var which = words.get(at++);
        var meant = which.equalsIgnoreCase("them") ? named("*") : named(which);
        if (meant.isEmpty()) {
            throw new Refused("no search is called " + which);
        }
        if (how.equalsIgnoreCase("all")) {
            return Conditions.all(meant);
        }
        if (how.equals("1") || how.equalsIgnoreCase("any")) {
            return Conditions.any(meant);
        }
        throw new Refused("only '1 of' and 'all of' are known, not '" + how + " of'");
    }

    /** A search whose name begins with an underscore is meant only by patterns that do too. */
    private List<Condition> named(String pattern) {
        var parts = pattern.split("\\*", -1);
        boolean hiddenToo = pattern.startsWith("_");
        return searches.entrySet().stream()
                .filter(each -> hiddenToo || !each.getKey().startsWith("_"))
                .filter(each -> fits(each.getKey(), parts))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static boolean fits(String name, String[] parts) {
        if (parts.length == 1) {
            return name.equals(parts[0]);
        }
        if (!name.startsWith(parts[0])) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], from);
            if (found < 0) {
                return false;
            }
            from = found + parts[i].length();
        }
        var end = parts[parts.length - 1];
        return name.length() - end.length() >= from && name.endsWith(end);
    }

    private boolean takes(String word) {
        if (at < words.size() && words.get(at).equalsIgnoreCase(word)) {
            at++;
            return true;
        }
        return false;
    }

    private Refused unexpected() {
        return new Refused(
                at < words.size()
                        ? "the condition cannot be understood at '" + words.get(at) + "'"
                        : "the condition ends too early");
    }
}
