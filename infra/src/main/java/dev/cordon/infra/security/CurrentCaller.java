package dev.cordon.infra.security;

import dev.cordon.application.kernel.Caller;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import org.springframework.stereotype.Component;

/**
 * The caller of the running use case. Outside of one, a view may still ask who is logged in and
 * what to offer; a scope exists only inside, where a permission was decided.
 */
@Component
class CurrentCaller implements Caller {

    private final Identities identities;

    CurrentCaller(Identities identities) {
        this.identities = identities;
    }

    @Override
    public Actor actor() {
        return CallerContext.current()
                .map(CallerContext.Call::actor)
                .or(() -> identities.current().map(Identity::actor))
                .orElseThrow(() -> new IllegalStateException("nobody is logged in"));
    }

    @Override
    public StoreScope scope() {
        return CallerContext.current()
                .map(CallerContext.Call::scope)
                .orElseThrow(() -> new IllegalStateException("no use case is running"));
    }

    @Override
    public boolean may(Permission permission) {
        return CallerContext.current()
                .map(CallerContext.Call::access)
                .or(() -> identities.current().map(Identity::access))
                .map(access -> access.may(permission))
                .orElse(false);
    }
}
