package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.people.DemoTeam;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/**
 * Does what the built-in administrator would do by hand, in their name: the demonstration's data
 * goes through the same use cases and leaves the same traces as anybody's.
 */
@Component
@Profile("demo")
class DemoAdministrator {

    private final DemoTeam team;

    DemoAdministrator(DemoTeam team) {
        this.team = team;
    }

    <T> T does(Supplier<T> work) {
        var holder = SecurityContextHolder.getContextHolderStrategy();
        var before = holder.getContext();
        holder.setContext(new SecurityContextImpl(login()));
        try {
            return work.get();
        } finally {
            holder.setContext(before);
        }
    }

    private UsernamePasswordAuthenticationToken login() {
        var person =
                team.members().stream()
                        .filter(member -> member.access().may(Permission.STORE_MANAGE))
                        .findFirst()
                        .orElseThrow();
        return UsernamePasswordAuthenticationToken.authenticated(
                person.username(), "", roles(person));
    }

    private static List<SimpleGrantedAuthority> roles(Person person) {
        return person.grants().stream()
                .map(grant -> new SimpleGrantedAuthority("ROLE_" + grant.role().id()))
                .toList();
    }
}
