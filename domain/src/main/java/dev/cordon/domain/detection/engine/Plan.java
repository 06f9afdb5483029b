package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.EventRule;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.rule.RuleSet;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules made ready to run: numbered, their references resolved. Rules about events come first, in
 * their order; then the correlations, each behind those it refers to.
 */
final class Plan {

    private final List<EventRule> eventRules = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final boolean[] alerting;

    Plan(RuleSet set) {
        for (var rule : set.rules()) {
            if (rule instanceof EventRule event) {
                number(rule);
                eventRules.add(event);
            }
        }
        set.rules().stream()
                .filter(CorrelationRule.class::isInstance)
                .map(CorrelationRule.class::cast)
                .forEach(rule -> place(rule, set));
        alerting = new boolean[rules.size()];
        for (int i = 0; i < alerting.length; i++) {
            alerting[i] = set.alertsByItself(rules.get(i));
        }
    }

    private void place(CorrelationRule rule, RuleSet set) {
        if (numbers.containsKey(rule.head().name())) {
            return;
        }
        for (var name : rule.rules()) {
            set.rules().stream()
                    .filter(CorrelationRule.class::isInstance)
                    .map(CorrelationRule.class::cast)
                    .filter(inner -> inner.head().isCalled(name))
                    .forEach(inner -> place(inner, set));
        }
        number(rule);
    }

    private void number(Rule rule) {
        numbers.put(rule.head().name(), rules.size());
        var id = rule.head().id();
        if (id != null) {
            numbers.putIfAbsent(id, rules.size());
        }
        rules.add(rule);
    }

    List<EventRule> eventRules() {
        return eventRules;
    }

    /** All rules by their numbers. */
    List<Rule> rules() {
        return rules;
    }

    int numberOf(String name) {
        return numbers.getOrDefault(name, -1);
    }

    int[] numbersOf(List<String> names) {
        return names.stream().mapToInt(this::numberOf).filter(n -> n >= 0).sorted().toArray();
    }

    boolean isAlerting(int rule) {
        return alerting[rule];
    }

    /** The rules about events that some correlation counts only of visitors without a browser. */
    BitSet aimed() {
        var aimed = new BitSet();
        for (var rule : rules) {
            if (rule instanceof CorrelationRule correlation && rule.head().extension().cold()) {
                for (int member : numbersOf(correlation.rules())) {
                    aimed.set(member);
                }
            }
        }
        return aimed;
    }
}
