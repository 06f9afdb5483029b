package dev.cordon.infra.persistence.store;

import dev.cordon.application.store.Stores;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreUrl;
import dev.cordon.infra.persistence.AuditedRows;
import dev.cordon.infra.persistence.Rows;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

@Repository
class JpaStores implements Stores {

    private final EntityManager em;
    private final AuditedRows rows;

    JpaStores(EntityManager em, AuditedRows rows) {
        this.em = em;
        this.rows = rows;
    }

    @Override
    public Optional<Store> find(StoreId id, StoreScope scope) {
        return Optional.ofNullable(em.find(StoreRow.class, id.value()))
                .filter(row -> row.isWithin(scope))
                .map(StoreRow::toDomain);
    }

    /** Here a row's own id is its store. */
    @Override
    public List<Store> all(StoreScope scope) {
        var rows = Rows.of(em, StoreRow.class);
        if (scope instanceof StoreScope.Only(var stores)) {
            rows.where("r.id in :ids", "ids", stores.stream().map(StoreId::value).toList());
        }
        return rows.all("r.name, r.id").stream().map(StoreRow::toDomain).toList();
    }

    @Override
    public boolean hasStoreAt(StoreUrl url) {
        return Rows.of(em, StoreRow.class).where("r.url = :url", "url", url.toString()).count() > 0;
    }

    @Override
    public void save(Transition<Store> change) {
        var store = change.state();
        rows.save(StoreRow.class, store.id().value(), store.version(), change, StoreRow::new);
    }
}
