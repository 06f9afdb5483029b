package dev.cordon.domain.store.mirror;

import dev.cordon.domain.store.StoreOrder;
import java.time.Instant;

/**
 * An order as the mirror keeps it.
 *
 * @param modifiedAt when the store changed it last, in whole seconds
 * @param paymentMethod WooCommerce's id of the gateway, such as {@code stripe}, or empty
 */
public record MirroredOrder(StoreOrder order, Instant modifiedAt, String paymentMethod) {

    @Override
    public String toString() {
        return order + " as of " + modifiedAt;
    }
}
