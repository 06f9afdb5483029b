package dev.cordon.application.people;

import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Role;
import java.util.Set;

/** For which stores somebody holds a role. Nothing stored means: for all. */
public interface StoreScopes {

    StoreScope of(String username, Role role);

    /** Replaces what was there; an empty set lifts the limit. */
    void limit(String username, Role role, Set<StoreId> stores);
}
