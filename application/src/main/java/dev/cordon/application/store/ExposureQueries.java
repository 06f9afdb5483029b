package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.vulnerability.Exposure;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What in a store is known to be vulnerable. */
@Queries
public class ExposureQueries {

    /**
     * @param feed what came of reading the feed last; null if nobody ever did
     * @param exposures what is due first, first
     */
    public record Shown(VulnerabilityFeed.@Nullable Read feed, List<Exposure> exposures) {}

    private final Stores stores;
    private final Exposures exposures;
    private final Caller caller;

    ExposureQueries(Stores stores, Exposures exposures, Caller caller) {
        this.stores = stores;
        this.exposures = exposures;
        this.caller = caller;
    }

    @Requires(Permission.STORE_READ)
    public Shown exposures(StoreId id) {
        var store = stores.get(id, caller.scope());
        return new Shown(
                exposures.lastRead().orElse(null),
                exposures.of(store.id()).stream()
                        .sorted(Comparator.comparing(Exposure::due).thenComparing(Exposure::name))
                        .toList());
    }
}
