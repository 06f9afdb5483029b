package dev.cordon.domain.people;

import dev.cordon.domain.kernel.StoreScope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What somebody may do, and for which stores: the sum of their grants. */
public record Access(Map<Permission, StoreScope> permissions) {

    public static final Access NONE = new Access(Map.of());

    public Access {
        permissions = Map.copyOf(permissions);
    }

    public static Access of(List<Grant> grants) {
        var sum = new HashMap<Permission, StoreScope>();
        for (var grant : grants) {
            for (var permission : grant.role().permissions()) {
                sum.merge(permission, grant.scope(), StoreScope::or);
            }
        }
        return new Access(sum);
    }

    /** For at least one store. */
    public boolean may(Permission permission) {
        return permissions.containsKey(permission) && !scope(permission).equals(StoreScope.NONE);
    }

    /** The stores for which it is permitted. */
    public StoreScope scope(Permission permission) {
        return permissions.getOrDefault(permission, StoreScope.NONE);
    }

    /** What is left when only these permissions in this scope may be used, as by a token. */
    public Access limitedTo(java.util.Set<Permission> allowed, StoreScope scope) {
        var rest = new HashMap<Permission, StoreScope>();
        permissions.forEach(
                (permission, stores) -> {
                    if (allowed.contains(permission)) {
                        rest.put(permission, stores.and(scope));
                    }
                });
        return new Access(rest);
    }
}
