package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.StoreCredentials;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.infra.crypto.DataKeys;
import dev.cordon.infra.crypto.Subject;
import jakarta.persistence.EntityManager;
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
        var secrets = json.writeValueAsString(StoreSecrets.of(access));
        return keys.of(Subject.store(store.value())).seal(PLACE, secrets);
    }

    private StoreAccess opened(StoreId store, byte[] secret) {
        var key =
                keys.find(Subject.store(store.value()))
                        .orElseThrow(() -> new IllegalStateException("no key for store " + store));
        return json.readValue(key.open(PLACE, secret), StoreSecrets.class).access();
    }
}
