package dev.cordon.domain.store;

/**
 * A REST key of WooCommerce, without what is secret of it.
 *
 * @param user whose rights it has
 * @param permissions {@code read}, {@code write} or {@code read_write}
 * @param end its last seven characters
 */
public record StoreRestKey(long id, long user, String login, String permissions, String end) {}
