package dev.cordon.infra.security;

import dev.cordon.application.kernel.Denied;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.people.Permission;
import dev.cordon.infra.security.CallerContext.Call;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/**
 * Stands before every use case: decides by {@link Requires}, then binds who calls and for which
 * stores around the transaction. What carries no permission is refused to everybody.
 */
class UseCaseInterceptor implements MethodInterceptor {

    private static final String NOBODY = "nobody";

    private final ObjectProvider<Identities> identities;
    private final AuthorizationEventPublisher events;

    UseCaseInterceptor(ObjectProvider<Identities> identities, AuthorizationEventPublisher events) {
        this.identities = identities;
        this.events = events;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        if (invocation.getMethod().getDeclaringClass() == Object.class) {
            return invocation.proceed();
        }
        var needed = permissionOf(invocation.getMethod());
        var identity = identities.getObject().current();
        if (needed == null || identity.isEmpty() || !identity.get().access().may(needed)) {
            var who = identity.map(known -> known.actor().reference()).orElse(NOBODY);
            throw refuse(invocation, who, needed);
        }
        return CallerContext.<@Nullable Object, Throwable>bind(
                call(invocation.getMethod(), identity.get(), needed), invocation::proceed);
    }

    private static @Nullable Permission permissionOf(Method method) {
        var requires = method.getAnnotation(Requires.class);
        return requires == null ? null : requires.value();
    }

    private static Call call(Method method, Identity identity, Permission needed) {
        var useCase =
                CallerContext.current()
                        .map(Call::useCase)
                        .orElseGet(() -> method.getDeclaringClass().getSimpleName());
        return new Call(
                useCase, identity.actor(), identity.access().scope(needed), identity.access());
    }

    private Denied refuse(MethodInvocation invocation, String who, @Nullable Permission needed) {
        Supplier<Authentication> caller =
                () ->
                        UsernamePasswordAuthenticationToken.authenticated(
                                who, "", AuthorityUtils.NO_AUTHORITIES);
        events.publishAuthorizationEvent(caller, invocation, new AuthorizationDecision(false));
        var method = invocation.getMethod();
        var what = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        return new Denied(who, what, needed);
    }
}
