package dev.cordon.domain.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a store's sensor plugin is.
 *
 * @param wooCommerce null where WooCommerce is not active
 * @param time its clock
 * @param waiting how many events it has not sent yet
 * @param deliveredAt when the last batch arrived; null if none ever did
 * @param maintenance whether it keeps visitors out
 */
public record SensorStatus(
        String version,
        String wordPress,
        String php,
        @Nullable String wooCommerce,
        Instant time,
        long waiting,
        @Nullable Instant deliveredAt,
        boolean maintenance) {}
