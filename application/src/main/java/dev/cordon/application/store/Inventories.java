package dev.cordon.application.store;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.inventory.Inventory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was seen in each store. A version is kept whenever something else was seen. */
public interface Inventories {

    /**
     * How a store's inventory stands.
     *
     * @param lookedAt when it was looked at last
     * @param version of what was seen last, from 1; 0 before anything was seen
     * @param inventory what was seen last; null before anything was seen
     * @param stoppedBy why the last look showed nothing: reasons as they are recorded, one a line;
     *     null if it did
     */
    record Latest(
            Instant lookedAt,
            long version,
            @Nullable Inventory inventory,
            @Nullable String stoppedBy) {}

    /** When that was seen for the first time. */
    record Kept(long version, Instant at) {}

    Optional<Latest> latest(StoreId store);

    /** The versions, the newest first. */
    List<Kept> kept(StoreId store, int most);

    Optional<Inventory> version(StoreId store, long version);

    /**
     * What was seen last, if it is what the caller looked at.
     *
     * @throws StaleVersion if something else was seen since
     * @throws NotFound before anything was seen
     */
    default Inventory get(StoreId store, long looked) {
        var latest = latest(store);
        var seen = latest.map(Latest::inventory);
        if (seen.isEmpty()) {
            throw new NotFound("inventory of store " + store);
        }
        if (latest.get().version() != looked) {
            throw new StaleVersion("inventory of store " + store, new Version(looked));
        }
        return seen.get();
    }

    /**
     * Keeps what was seen; as another version only if it is something else.
     *
     * @return its version
     */
    long seen(Inventory inventory);

    /** Nothing was seen; what was seen before stays. */
    void stopped(StoreId store, String why, Instant at);
}
