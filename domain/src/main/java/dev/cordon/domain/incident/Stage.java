package dev.cordon.domain.incident;

import java.util.Set;

/**
 * Where an incident stands. Fixed, because clocks and rights hang on it (phases of NIST SP
 * 800-61r2, section 3, with triage before and review after).
 */
public enum Stage {
    TRIAGE,
    ACTIVE,
    CONTAINED,
    ERADICATED,
    RECOVERING,
    REVIEW,
    CLOSED,
    DECLINED,
    MERGED;

    /** What may come next. An attack that flares up again leads back to active. */
    public Set<Stage> next() {
        return switch (this) {
            case TRIAGE -> Set.of(ACTIVE, DECLINED, MERGED);
            case ACTIVE -> Set.of(CONTAINED, MERGED);
            case CONTAINED -> Set.of(ACTIVE, ERADICATED);
            case ERADICATED -> Set.of(ACTIVE, RECOVERING);
            case RECOVERING -> Set.of(ACTIVE, REVIEW);
            case REVIEW -> Set.of(ACTIVE, CLOSED);
            case CLOSED, DECLINED, MERGED -> Set.of();
        };
    }

    public boolean isOver() {
        return next().isEmpty();
    }
}
