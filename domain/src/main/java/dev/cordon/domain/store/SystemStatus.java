package dev.cordon.domain.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What WooCommerce says of itself and its surroundings.
 *
 * @param highPerformanceOrderStorage whether orders lie in their own tables; null when not said
 */
public record SystemStatus(
        String wooCommerceVersion,
        String wordPressVersion,
        String phpVersion,
        @Nullable Boolean highPerformanceOrderStorage,
        List<Plugin> plugins) {

    public SystemStatus {
        plugins = List.copyOf(plugins);
    }
}
