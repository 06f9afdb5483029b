package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;

/** What happens to a version of a store's tuning. */
public sealed interface RuleVersionEvent extends DomainEvent {

    RuleVersionId version();

    StoreId store();

    record RulesDrafted(RuleVersionId version, StoreId store, int number, Instant at, Actor by)
            implements RuleVersionEvent {}

    record RulesEdited(RuleVersionId version, StoreId store, Instant at, Actor by)
            implements RuleVersionEvent {}

    record RulesSubmitted(
            RuleVersionId version,
            StoreId store,
            Sha256 content,
            String reason,
            Instant at,
            Actor by)
            implements RuleVersionEvent {}

    /** An author tried to approve, or somebody who had read something else. */
    record RulesApprovalRefused(
            RuleVersionId version, StoreId store, RuleVersion.Refused refusal, Instant at, Actor by)
            implements RuleVersionEvent {}

    /** From now on the store's detection runs by it. */
    record RulesApproved(RuleVersionId version, StoreId store, Sha256 content, Instant at, Actor by)
            implements RuleVersionEvent {}

    record RulesSentBack(RuleVersionId version, StoreId store, String reason, Instant at, Actor by)
            implements RuleVersionEvent {}

    /** Another version came into force. */
    record RulesSuperseded(RuleVersionId version, StoreId store, Instant at, Actor by)
            implements RuleVersionEvent {}

    record RulesDiscarded(RuleVersionId version, StoreId store, String reason, Instant at, Actor by)
            implements RuleVersionEvent {}
}
