package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Attackers;
import dev.cordon.domain.detection.Period;
import dev.cordon.domain.detection.Verdict;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Level;
import dev.cordon.domain.detection.rule.Rule;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What the rules that saw a campaign say together: the kind that most of its events are of, the
 * worst level, every technique.
 */
final class Judgement {

    private static final long WEIGHT = 16;

    private final Map<Rule, Long> rules;
    private final Rule leading;

    Judgement(Map<Rule, Long> rules, boolean crowd) {
        this.rules = rules;
        this.leading = leading(rules, crowd);
    }

    Verdict verdict(Attackers attackers, long events, Period period) {
        var head = leading.head();
        return new Verdict(
                head.name(),
                head.title(),
                Watch.kindOf(head.extension()),
                severity(attackers),
                techniques(),
                reasons(attackers, events, period),
                head.extension().playbook(),
                rules.keySet().stream().map(rule -> rule.head().name()).toList());
    }

    AttackKind kind() {
        return kind(leading);
    }

    private static Rule leading(Map<Rule, Long> rules, boolean crowd) {
        var byKind = new HashMap<AttackKind, Long>();
        rules.forEach(
                (rule, events) -> byKind.merge(kind(rule), weight(rule, events, crowd), Long::sum));
        var kind =
                byKind.entrySet().stream()
                        .max(
                                Map.Entry.<AttackKind, Long>comparingByValue()
                                        .thenComparing(entry -> -entry.getKey().ordinal()))
                        .map(Map.Entry::getKey)
                        .orElseThrow();
        return rules.entrySet().stream()
                .filter(entry -> kind(entry.getKey()) == kind)
                .max(
                        Comparator.<Map.Entry<Rule, Long>>comparingLong(
                                        entry -> isCrowd(entry.getKey()) == crowd ? 1 : 0)
                                .thenComparing(
                                        entry -> entry.getKey().head().level(),
                                        Comparator.reverseOrder())
                                .thenComparingLong(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /**
     * Where somebody took the store over, that decides; where many are at it, what they do; else
     * what most events are, and what is low in itself counts for little.
     */
    private static long weight(Rule rule, long events, boolean crowd) {
        return switch (kind(rule)) {
            case ADMIN_TAKEOVER -> 1L << 50;
            case WEB_SHELL -> 1L << 45;
            default -> {
                if (crowd && isCrowd(rule)) {
                    yield 1L << 40;
                }
                boolean low = rule.head().level().compareTo(Level.MEDIUM) > 0;
                yield low ? Math.min(events, 1) : 2 + WEIGHT * events;
            }
        };
    }

    private static boolean isCrowd(Rule rule) {
        return rule.head().extension().crowd();
    }

    private static AttackKind kind(Rule rule) {
        return Watch.kindOf(rule.head().extension());
    }

    private AlertSeverity severity(Attackers attackers) {
        var worst =
                rules.keySet().stream()
                        .map(rule -> severity(rule))
                        .min(Comparator.naturalOrder())
                        .orElse(AlertSeverity.MEDIUM);
        boolean through = attackers.addresses().stream().anyMatch(each -> each.successes() > 0);
        return through && worst != AlertSeverity.CRITICAL
                ? AlertSeverity.values()[worst.ordinal() - 1]
                : worst;
    }

    private static AlertSeverity severity(Rule rule) {
        return switch (rule.head().level()) {
            case CRITICAL -> AlertSeverity.CRITICAL;
            case HIGH -> AlertSeverity.HIGH;
            case MEDIUM -> AlertSeverity.MEDIUM;
            case LOW, INFORMATIONAL -> AlertSeverity.LOW;
        };
    }

    private List<String> techniques() {
        Set<String> all = new LinkedHashSet<>(leading.head().techniques());
        rules.keySet().forEach(rule -> all.addAll(rule.head().techniques()));
        if (all.isEmpty()) {
            all.addAll(kind(leading).techniques());
        }
        return List.copyOf(all);
    }

    private Map<String, String> reasons(Attackers attackers, long events, Period period) {
        var templates = leading.head().extension().reason();
        var filled = new HashMap<String, String>();
        templates.forEach(
                (language, text) -> filled.put(language, filled(text, attackers, events, period)));
        filled.putIfAbsent(
                "en",
                "%s: %d events from %d addresses matched this rule."
                        .formatted(leading.head().title(), events, attackers.addresses().size()));
        return filled;
    }

    private String filled(String text, Attackers attackers, long events, Period period) {
        int addresses = attackers.addresses().size() + attackers.unlisted();
        return text.replace("{events}", String.valueOf(events))
                .replace("{addresses}", String.valueOf(addresses))
                .replace("{accounts}", String.valueOf(attackers.accounts().size()))
                .replace("{duration}", length(period))
                .replace("{window}", window())
                .replace("{threshold}", threshold());
    }

    private String window() {
        return leading instanceof CorrelationRule rule ? words(rule.timespan()) : "";
    }

    private String threshold() {
        return leading instanceof CorrelationRule rule ? String.valueOf(rule.atLeast()) : "1";
    }

    private static String length(Period period) {
        return words(Duration.between(period.startedAt(), period.lastSeenAt()));
    }

    private static String words(Duration duration) {
        long seconds = Math.max(1, duration.toSeconds());
        if (seconds < 120) {
            return seconds + " s";
        }
        return seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }

    @Override
    public String toString() {
        return Objects.toString(leading.head().name());
    }
}
