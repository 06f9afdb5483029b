package dev.cordon.application.store;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Finding;
import dev.cordon.domain.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks through all stores once a day with their files, the one first that was looked at longest
 * ago. A store that cannot be looked through keeps no other one waiting.
 */
@StreamingUseCase
public class WatchInventories {

    private static final Logger LOG = LoggerFactory.getLogger(WatchInventories.class);

    private static final Duration EACH_DAY = Duration.ofDays(1);

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(BooleanSupplier goOn) {}

    private final Stores stores;
    private final StoreCredentials credentials;
    private final Inventories inventories;
    private final LookingThrough looking;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    WatchInventories(
            Stores stores,
            StoreCredentials credentials,
            Inventories inventories,
            LookingThrough looking,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.stores = stores;
        this.credentials = credentials;
        this.inventories = inventories;
        this.looking = looking;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /** A store whose turn it is, and when it was looked at last. */
    private record Due(Store store, Instant lookedAt) {}

    /**
     * @return true if it was broken off, so that it is worth while to go on at once
     */
    @Requires(Permission.STORE_WATCH)
    public boolean watch(Command command) {
        for (var store : work.commit(this::due)) {
            if (!command.goOn().getAsBoolean()) {
                return true;
            }
            look(store);
        }
        return false;
    }

    /** It is tomorrow's turn again, whatever was wrong with it. */
    private void look(Store store) {
        try {
            looking.look(store, true);
        } catch (RuntimeException failure) {
            LOG.warn("a store could not be looked through store={}", store.id(), failure);
            work.run(
                    () ->
                            inventories.stopped(
                                    store.id(),
                                    Finding.LOOK_FAILED.reason().recorded(),
                                    clock.instant()));
        }
    }

    private List<Store> due() {
        var now = clock.instant();
        return stores.all(caller.scope()).stream()
                .filter(this::canBeReached)
                .map(store -> new Due(store, lookedAt(store)))
                .filter(due -> !due.lookedAt().plus(EACH_DAY).isAfter(now))
                .sorted(Comparator.comparing(Due::lookedAt))
                .map(Due::store)
                .toList();
    }

    private boolean canBeReached(Store store) {
        var access = credentials.of(store.id());
        return Stream.of(
                        ConnectionKind.REST_KEY,
                        ConnectionKind.APPLICATION_PASSWORD,
                        ConnectionKind.SHELL,
                        ConnectionKind.SENSOR)
                .anyMatch(access::has);
    }

    private Instant lookedAt(Store store) {
        return inventories
                .latest(store.id())
                .map(Inventories.Latest::lookedAt)
                .orElse(Instant.EPOCH);
    }
}
