package dev.cordon.domain.store;

import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credentials kept for one store: a key, an application password, both, or none yet. */
public record StoreAccess(@Nullable WooKey key, @Nullable ApplicationPassword password) {

    public static final StoreAccess NONE = new StoreAccess(null, null);

    public static StoreAccess with(RestCredential credential) {
        return NONE.and(credential);
    }

    /** These credentials, and the given one in the place of its kind. */
    public StoreAccess and(RestCredential credential) {
        return switch (credential) {
            case WooKey given -> new StoreAccess(given, password);
            case ApplicationPassword given -> new StoreAccess(key, given);
        };
    }

    /** Those that are there. */
    public List<RestCredential> credentials() {
        var there = new ArrayList<RestCredential>();
        if (key != null) {
            there.add(key);
        }
        if (password != null) {
            there.add(password);
        }
        return List.copyOf(there);
    }

    /** What to show on WooCommerce's routes: the key before the more powerful password. */
    public @Nullable RestCredential forWooCommerce() {
        return key != null ? key : password;
    }

    /** What to show on WordPress's routes, where a WooCommerce key is worth nothing. */
    public @Nullable ApplicationPassword forWordPress() {
        return password;
    }
}
