package dev.cordon.application.notification;

import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;

/** Which endpoints somebody may manage: those that tell of no more than they may see. */
public final class WebhookScopes {

    private WebhookScopes() {}

    /** Whether all of the one lies within the other. */
    public static boolean isWithin(StoreScope stores, StoreScope scope) {
        return switch (stores) {
            case StoreScope.All _ -> scope instanceof StoreScope.All;
            case StoreScope.Only(var some) -> some.stream().allMatch(scope::covers);
        };
    }

    /**
     * @throws NotFound if it tells of a store that is not there for the caller
     */
    static void require(StoreScope stores, StoreScope scope) {
        if (!isWithin(stores, scope)) {
            throw new NotFound("one of the stores");
        }
    }
}
