package dev.cordon.domain.detection.rule;

/**
 * A rule about single events (Sigma 2.1, "Detection").
 *
 * @param source which events it looks at
 * @param condition what an event must be like
 */
public record EventRule(RuleHead head, EventSource source, Condition condition) implements Rule {
    /** Rules that are equal have one name; hashing the rest would cost more than it tells. */
    @Override
    public int hashCode() {
        return head.name().hashCode();
    }
}
