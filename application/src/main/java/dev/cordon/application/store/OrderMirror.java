package dev.cordon.application.store;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreCustomer;
import dev.cordon.domain.store.Window;
import dev.cordon.domain.store.mirror.AccountReading;
import dev.cordon.domain.store.mirror.MirrorPosition;
import dev.cordon.domain.store.mirror.MirrorState;
import dev.cordon.domain.store.mirror.MirroredOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is kept of stores' orders and customers; all that tells who somebody is lies there encrypted
 * under a key of the store's mirror.
 */
public interface OrderMirror {

    /** Empty before the first reading. */
    Optional<MirrorState> state(StoreId store);

    /** Notes how far reading went; with everything read, when. */
    void reached(StoreId store, MirrorPosition position, boolean caughtUp, Instant at);

    /** Notes why reading stopped. */
    void stopped(StoreId store, String why, Instant at);

    /**
     * Keeps orders, each once: the state that was changed last stays, in whatever order and however
     * often they come.
     *
     * @return how many were new or newer
     */
    int keep(StoreId store, List<MirroredOrder> orders);

    /** Keeps accounts as they are now, seen at that moment. */
    void keepCustomers(StoreId store, List<StoreCustomer> customers, Instant seenAt);

    /** Notes how far the reading of all accounts is, to be gone on with there. */
    void customersReached(StoreId store, AccountReading reading);

    /** Notes that all accounts were read; those that were not seen since are no longer there. */
    void customersRead(StoreId store, Instant seenAt);

    /** Hands over the orders that were placed in the window, by id, a piece at a time. */
    void orders(StoreId store, Window window, Consumer<List<MirroredOrder>> sink);

    /** Hands over all accounts, by id, a piece at a time. */
    void customers(StoreId store, Consumer<List<StoreCustomer>> sink);

    /**
     * Deletes the orders that were placed before that moment.
     *
     * @return how many
     */
    int forget(StoreId store, Instant before);

    /** Deletes everything of a store, and the key that it was readable with. */
    void end(StoreId store);
}
