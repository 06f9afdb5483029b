package dev.cordon.application.people;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.Set;

/** Lets somebody hold a role for some stores only, or for all again. */
@UseCase
public class LimitRoleToStores {

    /**
     * @param stores the stores; empty for all
     */
    public record Command(String username, Role role, Set<StoreId> stores) {}

    private final StoreScopes scopes;

    LimitRoleToStores(StoreScopes scopes) {
        this.scopes = scopes;
    }

    @Requires(Permission.PEOPLE_MANAGE)
    public void limit(Command command) {
        scopes.limit(command.username(), command.role(), command.stores());
    }
}
