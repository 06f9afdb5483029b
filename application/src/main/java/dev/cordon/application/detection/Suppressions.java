package dev.cordon.application.detection;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All suppressions, with what each of them kept from people. */
public interface Suppressions {

    Optional<Suppression> find(SuppressionId id, StoreScope scope);

    /** Those of the store that hold at that moment, the eldest first. */
    List<Suppression> inForce(StoreId store, Instant at);

    /** Newest first, those that are over too. */
    Page<SuppressionSummary> list(StoreScope scope, Page.Request page);

    /** Notes that it covered that alert; once for each alert, however often it is said. */
    void hit(SuppressionId id, AlertId alert, Instant at);

    /**
     * Stores the new state and announces its facts.
     *
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<Suppression> change);

    default Suppression get(SuppressionId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("suppression " + id));
    }

    /** The suppression as the caller saw it. */
    default Suppression get(SuppressionId id, Version seen, StoreScope scope) {
        var suppression = get(id, scope);
        if (!suppression.version().equals(seen)) {
            throw new StaleVersion("suppression " + id, seen);
        }
        return suppression;
    }
}
