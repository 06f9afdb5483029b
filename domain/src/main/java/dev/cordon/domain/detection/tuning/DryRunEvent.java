package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;

/** What happens to a dry run. */
public sealed interface DryRunEvent extends DomainEvent {

    DryRunId run();

    StoreId store();

    record DryRunAsked(
            DryRunId run,
            StoreId store,
            RuleVersionId version,
            Sha256 content,
            Instant at,
            Actor by)
            implements DryRunEvent {}

    record DryRunFinished(DryRunId run, StoreId store, Instant at, Actor by)
            implements DryRunEvent {}

    record DryRunStopped(DryRunId run, StoreId store, Instant at, Actor by)
            implements DryRunEvent {}
}
