package dev.cordon.domain.detection.rule;

/**
 * A rule about single events (Sigma 2.1, "Detection").
 *
 * @param source which events it looks at
 * @param condition what an event must be like
 */
public record EventRule(RuleHead head, EventSource source, Condition condition) implements Rule {}
