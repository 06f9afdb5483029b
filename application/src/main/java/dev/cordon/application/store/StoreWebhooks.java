package dev.cordon.application.store;

import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.mirror.StoreWebhook;
import java.util.List;

/**
 * The webhooks that a store keeps. Every call is bounded in time and size, and answers a failure as
 * a value. Never call it inside a transaction.
 */
public interface StoreWebhooks {

    /** All of them, ours and others'. */
    StoreAnswer<List<StoreWebhook>> all(Store store);

    /**
     * Puts one there, switched on. The store calls the address at once, without a signature, and
     * keeps the webhook only if it is answered.
     *
     * @param secret signs what it tells
     */
    StoreAnswer<StoreWebhook> add(
            Store store, String name, String topic, String address, String secret);

    /** Deletes one for good. */
    StoreAnswer<StoreWebhook> remove(Store store, long id);
}
