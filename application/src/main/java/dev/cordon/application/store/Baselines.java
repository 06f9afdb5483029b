package dev.cordon.application.store;

import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.inventory.Baseline;
import java.util.Optional;

/** What people approved to be in each store. */
public interface Baselines {

    /** Nothing as long as nobody has approved anything. */
    Optional<Baseline> find(StoreId store);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<Baseline> change);

    /**
     * The baseline as the caller saw it.
     *
     * @param seen {@link Version#NEW} where there was none
     * @throws StaleVersion if it is another one by now
     */
    default Optional<Baseline> find(StoreId store, Version seen) {
        var baseline = find(store);
        if (!baseline.map(Baseline::version).orElse(Version.NEW).equals(seen)) {
            throw new StaleVersion("baseline of store " + store, seen);
        }
        return baseline;
    }
}
