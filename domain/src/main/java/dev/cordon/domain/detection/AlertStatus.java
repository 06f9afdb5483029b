package dev.cordon.domain.detection;

/** Where an alert stands, without the particulars that {@link AlertPhase} holds. */
public enum AlertStatus {
    NEW,
    TRIAGING,
    MERGED,
    ESCALATED,
    CLOSED,
    SUPPRESSED
}
