package dev.cordon.domain.detection.rule;

import java.util.List;

/**
 * Rules that can run together, in the order of their files; every rule that one refers to is there.
 *
 * @param refused what could not be loaded, and why
 */
public record RuleSet(List<Rule> rules, List<Refusal> refused) {

    public RuleSet {
        rules = List.copyOf(rules);
        refused = List.copyOf(refused);
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
