package dev.cordon.infra.persistence.people;

import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Role;
import jakarta.persistence.EntityManager;
import java.util.Set;
import org.springframework.stereotype.Repository;

@Repository
class JpaStoreScopes implements StoreScopes {

    private final EntityManager em;

    JpaStoreScopes(EntityManager em) {
        this.em = em;
    }

    @Override
    public StoreScope of(String username, Role role) {
        var row = em.find(RoleLimitRow.class, RoleLimitRow.idOf(username, role));
        return row == null ? StoreScope.ALL : row.scope();
    }

    @Override
    public void limit(String username, Role role, Set<StoreId> stores) {
        var row = em.find(RoleLimitRow.class, RoleLimitRow.idOf(username, role));
        if (stores.isEmpty()) {
            if (row != null) {
                em.remove(row);
            }
            return;
        }
        var kept = row == null ? new RoleLimitRow(username, role) : row;
        kept.limitTo(new StoreScope.Only(stores));
        if (row == null) {
            em.persist(kept);
        }
    }
}
