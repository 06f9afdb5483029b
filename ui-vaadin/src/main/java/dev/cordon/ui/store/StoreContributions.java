package dev.cordon.ui.store;

import dev.cordon.domain.people.Permission;
import dev.cordon.ui.kernel.Place;
import dev.cordon.ui.kernel.RailEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stores contribute to the rail. */
@Configuration(proxyBeanMethods = false)
class StoreContributions {

    @Bean
    RailEntry storesInRail() {
        return new RailEntry(
                Place.STORES, StoresView.class, Permission.STORE_READ, () -> RailEntry.Badge.NONE);
    }
}
