package dev.cordon.infra.persistence.detection;

import dev.cordon.domain.detection.tuning.RuleVersion.Phase;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a version of the rules came, as columns that SQL can read. */
@Embeddable
record RulePhaseColumns(
        @Enumerated(EnumType.STRING) Stage stage,
        @Column(name = "phase_by") @Nullable String by,
        @Column(name = "phase_at") @Nullable Instant at,
        @Nullable String content,
        @Nullable Instant until,
        @Column(name = "phase_reason") @Nullable String why) {

    static final RulePhaseColumns NONE =
            new RulePhaseColumns(Stage.DRAFT, null, null, null, null, "");

    static RulePhaseColumns of(Phase phase) {
        return switch (phase) {
            case Phase.Draft(var sentBack) ->
                    new RulePhaseColumns(Stage.DRAFT, null, null, null, null, sentBack);
            case Phase.Submitted(var by, var at, var content) ->
                    new RulePhaseColumns(Stage.SUBMITTED, by.name(), at, content.hex(), null, null);
            case Phase.InForce(var by, var since, var content) ->
                    new RulePhaseColumns(
                            Stage.IN_FORCE, by.name(), since, content.hex(), null, null);
            case Phase.Superseded(var by, var since, var content, var until) ->
                    new RulePhaseColumns(
                            Stage.SUPERSEDED, by.name(), since, content.hex(), until, null);
            case Phase.Discarded(var by, var at, var why) ->
                    new RulePhaseColumns(Stage.DISCARDED, by.name(), at, null, null, why);
        };
    }

    Phase toDomain() {
        return switch (stage) {
            case DRAFT -> new Phase.Draft(stored(why));
            case SUBMITTED -> new Phase.Submitted(person(), stored(at), hash());
            case IN_FORCE -> new Phase.InForce(person(), stored(at), hash());
            case SUPERSEDED -> new Phase.Superseded(person(), stored(at), hash(), stored(until));
            case DISCARDED -> new Phase.Discarded(person(), stored(at), stored(why));
        };
    }

    private Actor.Person person() {
        return new Actor.Person(stored(by));
    }

    private Sha256 hash() {
        return new Sha256(stored(content));
    }

    private <T> T stored(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("a rule version lacks a column of its stage " + stage);
        }
        return column;
    }
}
