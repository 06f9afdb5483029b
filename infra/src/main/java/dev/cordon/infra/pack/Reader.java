package dev.cordon.infra.pack;

import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.Store;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * Whom papers about a store are for.
 *
 * @param language its code; English for a store that is gone
 * @param zone in which they read clocks; UTC for a store that is gone
 */
record Reader(String language, ZoneId zone) {

    static Reader of(Stores stores, StoreId id) {
        var store = stores.find(id, StoreScope.ALL);
        return new Reader(
                store.map(Store::language).orElse(Locale.ENGLISH).getLanguage(),
                store.map(Store::zone).orElse(ZoneId.from(ZoneOffset.UTC)));
    }
}
