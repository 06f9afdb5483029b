package dev.cordon.domain.detection;

import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.detection.rule.Cidr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts a suppression is about: all that is given must hold. Where an alert shows more than
 * what is described, a further rule, an address outside, it is not covered.
 *
 * @param kind the kind of attack; null for any
 * @param rule the one rule that saw it; null for any
 * @param network holds every attacking address; null for any
 * @param source the one log or program that shows it; null for any
 */
public record SuppressionMatch(
        @Nullable AttackKind kind,
        @Nullable String rule,
        @Nullable Cidr network,
        @Nullable String source) {

    private static final int LONGEST = 300;

    public SuppressionMatch {
        if (kind == null && rule == null && network == null && source == null) {
            throw new IllegalArgumentException("a suppression says what it is about");
        }
        requireName(rule);
        requireName(source);
    }

    /** Whether all of what the alert shows is what is described. */
    public boolean covers(Alert alert) {
        var finding = alert.finding();
        return (kind == null || kind == finding.kind())
                && (rule == null || finding.verdict().rules().equals(List.of(rule)))
                && (network == null || isWithin(network, finding))
                && (source == null || sources(alert).equals(List.of(source)));
    }

    /** The logs that show it, or the program that reported it. */
    public static List<String> sources(Alert alert) {
        var logs = alert.finding().sources();
        return logs.isEmpty() ? List.of(alert.origin().source()) : logs;
    }

    /** An address that is not listed may be anywhere. */
    private static boolean isWithin(Cidr network, Finding finding) {
        return finding.attackers().unlisted() == 0
                && !finding.addresses().isEmpty()
                && finding.addresses().stream()
                        .map(AddressFacts::address)
                        .allMatch(address -> contains(network, address));
    }

    private static boolean contains(Cidr network, Address address) {
        return network.contains(address.high(), address.low());
    }

    private static void requireName(@Nullable String name) {
        if (name != null && (name.isBlank() || name.length() > LONGEST)) {
            throw new IllegalArgumentException(
                    "a rule or source has 1 to " + LONGEST + " characters");
        }
    }
}
