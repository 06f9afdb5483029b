package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.RestCredential.ApplicationPassword;
import dev.cordon.domain.store.RestCredential.WooKey;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class SealedStoreCredentials implements StoreCredentials {

    private static final String PLACE = "store_credential";

    private final JdbcClient jdbc;
    private final DataKeys keys;
    private final JsonMapper json = JsonMapper.shared();

    SealedStoreCredentials(JdbcClient jdbc, DataKeys keys) {
        this.jdbc = jdbc;
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
        return jdbc.sql("select sealed from store_credential where store = ?")
                .param(store.value())
                .query(byte[].class)
                .optional()
                .map(secret -> opened(store, secret))
                .orElse(StoreAccess.NONE);
    }

    @Override
    public void put(StoreId store, StoreAccess access) {
        if (access.equals(StoreAccess.NONE)) {
            jdbc.sql("delete from store_credential where store = ?").param(store.value()).update();
            return;
        }
        var secrets = json.writeValueAsString(Secrets.of(access));
        jdbc.sql(
                        """
                        insert into store_credential (store, sealed) values (?, ?)
                        on conflict (store) do update set sealed = excluded.sealed
                        """)
                .param(store.value())
                .param(keys.of(Subject.store(store.value())).seal(PLACE, secrets))
                .update();
    }

    private StoreAccess opened(StoreId store, byte[] secret) {
        var key =
                keys.find(Subject.store(store.value()))
                        .orElseThrow(() -> new IllegalStateException("no key for store " + store));
        return json.readValue(key.open(PLACE, secret), Secrets.class).access();
    }
}
