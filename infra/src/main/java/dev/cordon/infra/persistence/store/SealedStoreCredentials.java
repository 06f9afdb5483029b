package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import jakarta.persistence.EntityManager;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SealedStoreCredentials implements StoreCredentials {

    private static final String PLACE = "store_credential";

    private final EntityManager em;
    private final DataKeys keys;
    private final JsonMapper json = JsonMapper.shared();

    SealedStoreCredentials(EntityManager em, DataKeys keys) {
        this.em = em;
        this.keys = keys;
    }

    /** What is encrypted of a store's credentials. */
    private record Secrets(
            @Nullable String consumerKey,
            @Nullable String consumerSecret,
            @Nullable String user,
            @Nullable String password) {

        static Secrets of(StoreAccess access) {
            var key = access.key();
            var password = access.password();
            return new Secrets(
                    key == null ? null : key.consumerKey(),
                    key == null ? null : key.consumerSecret(),
                    password == null ? null : password.user(),
                    password == null ? null : password.password());
        }

        StoreAccess access() {
            return new StoreAccess(
                    consumerKey == null || consumerSecret == null
                            ? null
                            : new WooKey(consumerKey, consumerSecret),
                    user == null || password == null
                            ? null
                            : new ApplicationPassword(user, password));
        }
    }

    @Override
    public StoreAccess of(StoreId store) {
        var row = em.find(StoreCredentialRow.class, store.value());
        return row == null ? StoreAccess.NONE : opened(store, row.sealed());
    }

    @Override
    public void put(StoreId store, StoreAccess access) {
        var row = em.find(StoreCredentialRow.class, store.value());
        if (access.equals(StoreAccess.NONE)) {
            if (row != null) {
                em.remove(row);
            }
            return;
        }
        var kept = row == null ? new StoreCredentialRow(store.value()) : row;
        kept.replace(access, sealed(store, access));
        if (row == null) {
            em.persist(kept);
        }
    }

    private byte[] sealed(StoreId store, StoreAccess access) {
        var secrets = json.writeValueAsString(Secrets.of(access));
        return keys.of(Subject.store(store.value())).seal(PLACE, secrets);
    }

    private StoreAccess opened(StoreId store, byte[] secret) {
        var key =
                keys.find(Subject.store(store.value()))
                        .orElseThrow(() -> new IllegalStateException("no key for store " + store));
        return json.readValue(key.open(PLACE, secret), Secrets.class).access();
    }
}
