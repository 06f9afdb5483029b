package dev.cordon.domain.detection;

/** What a closed alert turned out to be. */
public enum AlertResolution {
    FALSE_POSITIVE,
    TRUE_POSITIVE_IMPACT,
    TRUE_POSITIVE_NO_IMPACT,
    LEGITIMATE,
    DUPLICATE,
    UNKNOWN
}
