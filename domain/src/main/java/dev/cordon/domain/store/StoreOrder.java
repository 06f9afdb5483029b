package dev.cordon.domain.store;

import java.time.Instant;

/**
 * An order, as little of it as finding affected people needs.
 *
 * @param status WooCommerce's word: {@code processing}, {@code failed}, …
 * @param address the network address it was placed from, or empty
 */
public record StoreOrder(
        long id,
        String number,
        String status,
        Instant createdAt,
        StoreCustomer buyer,
        String address) {

    @Override
    public String toString() {
        return "order " + id;
    }
}
