package dev.cordon.infra.security;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.people.Access;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.stereotype.Component;

/** Who is here: the automation that a job bound, else whoever is logged in on this thread. */
@Component
class Identities {

    private static final String ROLE = "ROLE_";

    private final Grants grants;
    private final ObjectProvider<SecurityContextHolderStrategy> holder;

    Identities(Grants grants, ObjectProvider<SecurityContextHolderStrategy> holder) {
        this.grants = grants;
        this.holder = holder;
    }

    Optional<Identity> current() {
        return CallerContext.automation()
                .map(automation -> new Identity(automation.actor(), automation.access()))
                .or(() -> authentication().map(this::of));
    }

    /** The login or token on this thread, or in this thread's console session. */
    Optional<Authentication> authentication() {
        var context =
                holder.getIfAvailable(SecurityContextHolder::getContextHolderStrategy).getContext();
        return Optional.ofNullable(context.getAuthentication())
                .filter(Authentication::isAuthenticated)
                .filter(login -> !(login instanceof AnonymousAuthenticationToken));
    }

    private Identity of(Authentication login) {
        if (login instanceof ApiTokenAuthentication token) {
            return token.identity();
        }
        if (login instanceof SourceTokenAuthentication sender) {
            return sender.identity();
        }
        var actor = new Actor.Person(login.getName());
        var roles =
                login.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(name -> name != null && name.startsWith(ROLE))
                        .map(name -> name.substring(ROLE.length()))
                        .toList();
        return new Identity(actor, Access.of(grants.of(actor.name(), roles)));
    }
}
