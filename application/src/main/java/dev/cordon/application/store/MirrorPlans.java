package dev.cordon.application.store;

import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.mirror.MirrorPlan;

/** Which stores are mirrored. */
public interface MirrorPlans {

    /** {@link MirrorPlan#none} as long as nobody has decided. */
    MirrorPlan of(StoreId store);

    /** The same, and nobody changes it until the running transaction ends. */
    MirrorPlan held(StoreId store);

    /**
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<MirrorPlan> change);
}
