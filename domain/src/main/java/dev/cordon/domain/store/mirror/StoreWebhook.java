package dev.cordon.domain.store.mirror;

/**
 * A webhook as a store keeps it.
 *
 * @param id the store's number of it
 * @param topic what it tells, such as {@code order.updated}
 * @param address where to
 * @param active false once it was paused, or the store switched it off: after six deliveries in a
 *     row that failed WooCommerce does so without telling anybody
 */
public record StoreWebhook(long id, String topic, String address, boolean active) {}
