package dev.cordon.infra.security;

import dev.cordon.application.people.StoreScopes;
import dev.cordon.domain.people.Grant;
import dev.cordon.domain.people.Role;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The roles that a login or a directory names, each for the stores it is held for. */
@Component
public class Grants {

    private final StoreScopes scopes;

    public Grants(StoreScopes scopes) {
        this.scopes = scopes;
    }

    /** A name that is none of our six roles grants nothing. */
    public List<Grant> of(String username, Collection<String> roleNames) {
        return roleNames.stream()
                .flatMap(name -> Role.of(name).stream())
                .distinct()
                .map(role -> new Grant(role, scopes.of(username, role)))
                .toList();
    }
}
