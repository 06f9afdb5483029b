package dev.cordon.domain.detection.rule;

import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules that can run together, in the order of their files; every rule that one refers to is there.
 *
 * @param silent names of rules that raise no alert of their own: correlations count them
 * @param refused what could not be loaded, and why
 * @param fingerprint of all that they were made of: equal for equal rules only
 */
public record RuleSet(
        List<Rule> rules, Set<String> silent, List<Refusal> refused, Sha256 fingerprint) {

    public RuleSet {
        rules = List.copyOf(rules);
        silent = Set.copyOf(silent);
        refused = List.copyOf(refused);
    }

    /** Whether it raises alerts, beside what others make of it. */
    public boolean alertsByItself(Rule rule) {
        return !silent.contains(rule.head().name());
    }

    /**
     * The same rules as somebody wants them: with other thresholds, and without alerts of some.
     * What is switched off is left out, unless others count it. Names that no rule has change
     * nothing.
     *
     * @param thresholds by name; only rules that count have one
     */
    public RuleSet tuned(Map<String, Integer> thresholds, Set<String> off) {
        if (thresholds.isEmpty() && off.isEmpty()) {
            return this;
        }
        var referred = new HashSet<String>();
        rules.forEach(rule -> referred.addAll(referencesOf(rule, off)));
        var kept =
                rules.stream()
                        .filter(rule -> isWanted(rule, off) || referred.contains(nameOf(rule)))
                        .map(rule -> counting(rule, thresholds.get(nameOf(rule))))
                        .toList();
        var quiet = new HashSet<>(silent);
        quiet.addAll(off);
        var made = Canonical.tagged("cordon/tuned-rules/v1").add(fingerprint);
        new TreeMap<>(thresholds).forEach((rule, count) -> made.add(rule).add(count));
        made.add(off.size());
        new TreeSet<>(off).forEach(made::add);
        return new RuleSet(kept, quiet, refused, made.sha256());
    }

    private boolean isWanted(Rule rule, Set<String> off) {
        return !off.contains(nameOf(rule));
    }

    /** A correlation that nobody refers to and that is switched off asks for nothing. */
    private List<String> referencesOf(Rule rule, Set<String> off) {
        boolean runs = isWanted(rule, off) || silent.contains(nameOf(rule));
        return runs ? referencesOf(rule) : List.of();
    }

    private static List<String> referencesOf(Rule rule) {
        var extension = rule.head().extension();
        var names = new ArrayList<>(extension.successes());
        if (extension.ratio() != null) {
            names.addAll(extension.ratio().to());
        }
        if (rule instanceof CorrelationRule correlation) {
            names.addAll(correlation.rules());
        }
        return names;
    }

    private static Rule counting(Rule rule, @Nullable Integer atLeast) {
        return rule instanceof CorrelationRule correlation && atLeast != null
                ? correlation.counting(atLeast)
                : rule;
    }

    private static String nameOf(Rule rule) {
        return rule.head().name();
    }

    /**
     * A rule that is not run.
     *
     * @param file as it was named
     * @param rule the rule's title, or empty
     * @param reason a sentence for the person who wrote the rule
     */
    public record Refusal(String file, String rule, String reason) {}
}
