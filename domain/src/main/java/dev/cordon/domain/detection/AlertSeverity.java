package dev.cordon.domain.detection;

/**
 * How urgent an alert looks from the log alone: a suggestion to whoever triages. The severity of an
 * incident is computed from more.
 */
public enum AlertSeverity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW;

    public boolean isWorseThan(AlertSeverity other) {
        return compareTo(other) < 0;
    }
}
