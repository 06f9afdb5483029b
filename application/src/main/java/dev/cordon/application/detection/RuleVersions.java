package dev.cordon.application.detection;

import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.util.List;
import java.util.Optional;

/** All versions of the stores' tunings. What lies outside the scope is not there. */
public interface RuleVersions {

    Optional<RuleVersion> find(RuleVersionId id, StoreScope scope);

    /** Those of a store, newest first; the caller has shown that it may see the store. */
    List<RuleVersion> of(StoreId store);

    /** What the store's detection runs by; empty if it runs as the program comes. */
    Optional<RuleVersion> inForce(StoreId store);

    /** The hash of what is in force, without reading it all. */
    Optional<Sha256> contentInForce(StoreId store);

    /** The draft or submitted version; a store has one at most. */
    Optional<RuleVersion> open(StoreId store);

    /** The number of the store's next version. */
    int nextNumber(StoreId store);

    /** Those submitted and not decided, longest waiting first. */
    List<RuleVersion> waitingForApproval(StoreScope scope);

    /**
     * Stores the new state.
     *
     * @throws StaleVersion if somebody else stored since the state was read, or began a version or
     *     brought one into force meanwhile
     */
    void save(Transition<RuleVersion> change);

    default RuleVersion get(RuleVersionId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("rule version " + id));
    }

    default RuleVersion get(RuleVersionId id, Version seen, StoreScope scope) {
        var found = get(id, scope);
        if (!found.version().equals(seen)) {
            throw new StaleVersion("rule version " + id, seen);
        }
        return found;
    }
}
