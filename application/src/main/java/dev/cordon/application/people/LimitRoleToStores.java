package dev.cordon.application.people;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.Set;

/**
 * Lets somebody hold a role for some stores only, or for all again. Only who administers all stores
 * may: otherwise one could lift one's own limit.
 */
@UseCase
public class LimitRoleToStores {

    /**
     * @param stores the stores; empty for all
     */
    public record Command(String username, Role role, Set<StoreId> stores) {}

    private final StoreScopes scopes;
    private final Caller caller;

    LimitRoleToStores(StoreScopes scopes, Caller caller) {
        this.scopes = scopes;
        this.caller = caller;
    }

    @Requires(Permission.PEOPLE_MANAGE)
    public void limit(Command command) {
        if (!caller.scope().equals(StoreScope.ALL)) {
            throw new NotFound("the roles of " + command.username());
        }
        scopes.limit(command.username(), command.role(), command.stores());
    }
}
