package dev.cordon.domain.store;

import java.time.Instant;

/**
 * An account and the latest moment at which it may have been used last. WooCommerce keeps a login
 * by its day alone, so this is the end of that day.
 */
public record ActiveCustomer(StoreCustomer customer, Instant lastActive) {

    @Override
    public String toString() {
        return customer + " active until " + lastActive;
    }
}
