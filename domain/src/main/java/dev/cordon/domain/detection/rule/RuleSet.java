package dev.cordon.domain.detection.rule;

import dev.cordon.domain.kernel.Sha256;
import java.util.List;
import java.util.Set;

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
     * A rule that is not run.
     *
     * @param file as it was named
     * @param rule the rule's title, or empty
     * @param reason a sentence for the person who wrote the rule
     */
    public record Refusal(String file, String rule, String reason) {}
}
