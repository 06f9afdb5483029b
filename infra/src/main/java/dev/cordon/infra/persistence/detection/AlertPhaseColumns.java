package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where an alert stands, as columns that SQL can read. */
@Embeddable
record AlertPhaseColumns(
        @Enumerated(EnumType.STRING) AlertStatus status,
        @Column(name = "phase_by") @Nullable String by,
        @Column(name = "phase_at") @Nullable Instant at,
        @Column(name = "merged_into") @Nullable UUID mergedInto,
        @Nullable UUID incident,
        @Enumerated(EnumType.STRING) @Nullable AlertResolution resolution,
        @Nullable String reason,
        @Nullable UUID suppression) {

    static final AlertPhaseColumns NONE =
            new AlertPhaseColumns(AlertStatus.NEW, null, null, null, null, null, null, null);

    static AlertPhaseColumns of(AlertPhase phase) {
        return switch (phase) {
            case AlertPhase.New _ -> NONE;
            case AlertPhase.Triaging(var since) ->
                    new AlertPhaseColumns(
                            AlertStatus.TRIAGING, null, since, null, null, null, null, null);
            case AlertPhase.Merged(var into, var by, var at) ->
                    new AlertPhaseColumns(
                            AlertStatus.MERGED,
                            by.reference(),
                            at,
                            into.value(),
                            null,
                            null,
                            null,
                            null);
            case AlertPhase.Escalated(var incident, var by, var at) ->
                    new AlertPhaseColumns(
                            AlertStatus.ESCALATED,
                            by.reference(),
                            at,
                            null,
                            incident,
                            null,
                            null,
                            null);
            case AlertPhase.Closed(var resolution, var reason, var by, var at) ->
                    new AlertPhaseColumns(
                            AlertStatus.CLOSED,
                            by.reference(),
                            at,
                            null,
                            null,
                            resolution,
                            reason,
                            null);
            case AlertPhase.Suppressed(var under, var by, var at) ->
                    new AlertPhaseColumns(
                            AlertStatus.SUPPRESSED,
                            by.reference(),
                            at,
                            null,
                            null,
                            null,
                            null,
                            under.value());
        };
    }

    AlertPhase toDomain() {
        return switch (status) {
            case NEW -> new AlertPhase.New();
            case TRIAGING -> new AlertPhase.Triaging(stored(at));
            case MERGED ->
                    new AlertPhase.Merged(new AlertId(stored(mergedInto)), actor(), stored(at));
            case ESCALATED -> new AlertPhase.Escalated(stored(incident), actor(), stored(at));
            case CLOSED ->
                    new AlertPhase.Closed(stored(resolution), stored(reason), actor(), stored(at));
            case SUPPRESSED ->
                    new AlertPhase.Suppressed(
                            new SuppressionId(stored(suppression)), actor(), stored(at));
        };
    }

    private Actor actor() {
        return Actor.of(stored(by));
    }

    private <T> T stored(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("an alert lacks a column of its status " + status);
        }
        return column;
    }
}
