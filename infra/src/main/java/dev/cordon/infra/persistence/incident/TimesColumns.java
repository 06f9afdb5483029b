package dev.cordon.infra.persistence.incident;

import dev.cordon.domain.incident.IncidentTimes;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An incident's times, a column each. */
@Embeddable
record TimesColumns(
        @Column(name = "occurred_at") Instant occurred,
        @Column(name = "detected_at") Instant detected,
        @Column(name = "declared_at") Instant declared,
        @Column(name = "acknowledged_at") @Nullable Instant acknowledged,
        @Column(name = "aware_at") @Nullable Instant aware,
        @Column(name = "contained_at") @Nullable Instant contained,
        @Column(name = "eradicated_at") @Nullable Instant eradicated,
        @Column(name = "recovered_at") @Nullable Instant recovered,
        @Column(name = "closed_at") @Nullable Instant closed) {

    static final TimesColumns NONE =
            new TimesColumns(
                    Instant.EPOCH,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    static TimesColumns of(IncidentTimes times) {
        return new TimesColumns(
                times.occurred(),
                times.detected(),
                times.declared(),
                times.acknowledged(),
                times.aware(),
                times.contained(),
                times.eradicated(),
                times.recovered(),
                times.closed());
    }

    IncidentTimes toDomain() {
        return new IncidentTimes(
                occurred,
                detected,
                declared,
                acknowledged,
                aware,
                contained,
                eradicated,
                recovered,
                closed);
    }
}
