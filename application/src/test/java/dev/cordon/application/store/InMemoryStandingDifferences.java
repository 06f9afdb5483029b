package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import java.util.ArrayList;
import java.util.List;

/** Those of one store. */
class InMemoryStandingDifferences implements StandingDifferences {

    private final List<Standing> standing = new ArrayList<>();

    @Override
    public List<Standing> of(StoreId store) {
        return List.copyOf(standing);
    }

    @Override
    public void begin(StoreId store, Standing difference) {
        standing.add(difference);
    }

    @Override
    public void end(StoreId store, Standing difference) {
        standing.remove(difference);
    }
}
