package dev.cordon.application.detection;

import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;

/** All dry runs. What lies outside the scope is not there. */
public interface DryRuns {

    Optional<DryRun> find(DryRunId id, StoreScope scope);

    /** Those of a version, newest first; the caller has shown that it may see the version. */
    List<DryRun> of(RuleVersionId version);

    /** The one of the store that waits or runs; a store has one at most. */
    Optional<DryRun> open(StoreId store);

    /** The newest that came to its end; the caller has shown that it may see the store. */
    Optional<DryRun> lastFinished(StoreId store);

    /**
     * Stores the new state; what was asked for is run by a job.
     *
     * @throws StaleVersion if somebody else stored since the state was read, or asked for another
     *     one of the store meanwhile
     */
    void save(Transition<DryRun> change);

    default DryRun get(DryRunId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("dry run " + id));
    }
}
