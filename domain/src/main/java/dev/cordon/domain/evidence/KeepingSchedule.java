package dev.cordon.domain.evidence;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * How long evidence is kept when nobody says otherwise: so long after it was received, by what it
 * is.
 *
 * @param periods for kinds that are not kept as long as all others
 * @param others for all other kinds
 */
public record KeepingSchedule(Map<EvidenceKind, Period> periods, Period others) {

    public KeepingSchedule {
        periods = Map.copyOf(periods);
        periods.values().forEach(KeepingSchedule::requirePositive);
        requirePositive(others);
    }

    /** Counted in UTC. */
    public Instant keepUntil(EvidenceKind kind, Instant receivedAt) {
        return receivedAt
                .atZone(ZoneOffset.UTC)
                .plus(periods.getOrDefault(kind, others))
                .toInstant();
    }

    private static void requirePositive(Period period) {
        if (period.isNegative() || period.isZero()) {
            throw new IllegalArgumentException("evidence is kept for some time, not for " + period);
        }
    }
}
