package dev.cordon.domain.detection.rule;

/** Sigma's {@code level}, the worst first. */
public enum Level {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFORMATIONAL
}
