package dev.cordon.domain.incident;

/** How bad it is; SEV1 is worst. */
public enum Severity {
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL;

    /** 1 for critical to 4 for low. */
    public int sev() {
        return 4 - ordinal();
    }

    public Severity atLeast(Severity other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** One step up, critical stays critical. */
    public Severity raised() {
        return values()[Math.min(ordinal() + 1, CRITICAL.ordinal())];
    }
}
