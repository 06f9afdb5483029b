package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.tuning.DryRun.Phase;
import dev.cordon.domain.detection.tuning.DryRunReport;
import dev.cordon.domain.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** How far a dry run came, as columns that SQL can read; what it showed is one JSON object. */
@Embeddable
record DryRunPhaseColumns(
        @Enumerated(EnumType.STRING) State state,
        @Nullable String report,
        @Column(name = "ended_by") @Nullable String by,
        @Column(name = "ended_at") @Nullable Instant at) {

    private static final JsonMapper JSON = JsonMapper.shared();

    enum State {
        ASKED,
        FINISHED,
        STOPPED
    }

    static final DryRunPhaseColumns NONE = new DryRunPhaseColumns(State.ASKED, null, null, null);

    static DryRunPhaseColumns of(Phase phase) {
        return switch (phase) {
            case Phase.Asked() -> NONE;
            case Phase.Finished(var report, var at) ->
                    new DryRunPhaseColumns(
                            State.FINISHED, JSON.writeValueAsString(report), null, at);
            case Phase.Stopped(var by, var at) ->
                    new DryRunPhaseColumns(State.STOPPED, null, by.name(), at);
        };
    }

    Phase toDomain() {
        return switch (state) {
            case ASKED -> new Phase.Asked();
            case FINISHED ->
                    new Phase.Finished(
                            JSON.readValue(stored(report), DryRunReport.class), stored(at));
            case STOPPED -> new Phase.Stopped(new Actor.Person(stored(by)), stored(at));
        };
    }

    private <T> T stored(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("a dry run lacks a column of its state " + state);
        }
        return column;
    }
}
