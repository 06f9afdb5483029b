package dev.cordon.application.detection;

import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What must not be deleted. What lies outside the scope is not there. */
public interface LegalHolds {

    Optional<LegalHold> find(UUID id, StoreScope scope);

    /** Active and released ones, the latest first. */
    List<LegalHold> all(StoreScope scope);

    /** Those of the store and of its logs that still hold. */
    List<LegalHold> active(StoreId store);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<LegalHold> change);

    /** The hold as the caller saw it. */
    default LegalHold get(UUID id, Version seen, StoreScope scope) {
        var hold = find(id, scope).orElseThrow(() -> new NotFound("legal hold " + id));
        if (!hold.version().equals(seen)) {
            throw new StaleVersion("legal hold " + id, seen);
        }
        return hold;
    }
}
