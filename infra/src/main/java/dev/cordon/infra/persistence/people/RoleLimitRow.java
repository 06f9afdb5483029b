package dev.cordon.infra.persistence.people;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Role;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Locale;
import org.hibernate.envers.Audited;

/** The stores for which somebody holds a role; no row means all. */
@Entity
@Table(name = "role_limit")
@Audited
class RoleLimitRow {

    @Id private String id = "";

    private String stores = "";

    protected RoleLimitRow() {}

    RoleLimitRow(String username, Role role) {
        this.id = idOf(username, role);
    }

    static String idOf(String username, Role role) {
        return username.toLowerCase(Locale.ROOT) + "/" + role.id();
    }

    void limitTo(StoreScope scope) {
        stores = ScopeText.of(scope);
    }

    StoreScope scope() {
        return ScopeText.parse(stores);
    }
}
