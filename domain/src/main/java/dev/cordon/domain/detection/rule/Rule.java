package dev.cordon.domain.detection.rule;

/** A rule: one that looks at single events, or one that relates the events of others. */
public sealed interface Rule permits EventRule, CorrelationRule {

    RuleHead head();
}
