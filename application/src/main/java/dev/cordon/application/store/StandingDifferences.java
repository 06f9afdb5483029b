package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.inventory.ItemKind;
import java.time.Instant;
import java.util.List;

/** The differences that stand, so that each is told once as long as it does. */
public interface StandingDifferences {

    /**
     * @param name {@link dev.cordon.domain.store.inventory.Difference#name}
     */
    record Standing(ItemKind kind, String name, Instant since) {}

    List<Standing> of(StoreId store);

    void begin(StoreId store, Standing difference);

    void end(StoreId store, Standing difference);
}
