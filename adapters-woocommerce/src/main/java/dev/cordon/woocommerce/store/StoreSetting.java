package dev.cordon.woocommerce.store;

import dev.cordon.application.store.StoreShell;
import dev.cordon.domain.store.StoreUrl;

/**
 * What lies around a store beside its own interfaces.
 *
 * @param shell commands on its host
 * @param edge where the network in front of it is told what to block
 */
public record StoreSetting(StoreShell shell, StoreUrl edge) {

    private static final StoreUrl CLOUDFLARE = StoreUrl.of("https://api.cloudflare.com");

    public static StoreSetting with(StoreShell shell) {
        return new StoreSetting(shell, CLOUDFLARE);
    }
}
