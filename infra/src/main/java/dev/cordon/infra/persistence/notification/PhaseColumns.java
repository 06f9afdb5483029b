package dev.cordon.infra.persistence.notification;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.notification.Campaign.Phase;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far a notice came, as columns that SQL can read. */
@Embeddable
record PhaseColumns(
        @Enumerated(EnumType.STRING) State phase,
        @Column(name = "sent_back") @Nullable String sentBack,
        @Column(name = "submitted_by") @Nullable String submittedBy,
        @Column(name = "submitted_at") @Nullable Instant submittedAt,
        @Column(name = "approved_by") @Nullable String approvedBy,
        @Column(name = "approved_at") @Nullable Instant approvedAt,
        @Nullable String content,
        @Column(name = "completed_at") @Nullable Instant completedAt) {

    enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        COMPLETED
    }

    static final PhaseColumns NONE =
            new PhaseColumns(State.DRAFT, "", null, null, null, null, null, null);

    static PhaseColumns of(Phase phase) {
        return switch (phase) {
            case Phase.Draft(var sentBack) ->
                    new PhaseColumns(State.DRAFT, sentBack, null, null, null, null, null, null);
            case Phase.Submitted(var by, var at, var content) ->
                    new PhaseColumns(
                            State.SUBMITTED, null, by.name(), at, null, null, content.hex(), null);
            case Phase.Approved(var by, var at, var content) ->
                    new PhaseColumns(
                            State.APPROVED, null, null, null, by.name(), at, content.hex(), null);
            case Phase.Completed(var by, var approvedAt, var content, var at) ->
                    new PhaseColumns(
                            State.COMPLETED,
                            null,
                            null,
                            null,
                            by.name(),
                            approvedAt,
                            content.hex(),
                            at);
        };
    }

    Phase toDomain() {
        return switch (phase) {
            case DRAFT -> new Phase.Draft(stored(sentBack));
            case SUBMITTED -> new Phase.Submitted(person(submittedBy), stored(submittedAt), hash());
            case APPROVED -> new Phase.Approved(person(approvedBy), stored(approvedAt), hash());
            case COMPLETED ->
                    new Phase.Completed(
                            person(approvedBy), stored(approvedAt), hash(), stored(completedAt));
        };
    }

    private Sha256 hash() {
        return new Sha256(stored(content));
    }

    private static Actor.Person person(@Nullable String name) {
        return new Actor.Person(stored(name));
    }

    private static <T> T stored(@Nullable T column) {
        if (column == null) {
            throw new IllegalStateException("a notice lacks a column of its phase");
        }
        return column;
    }
}
