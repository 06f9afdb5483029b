package dev.cordon.infra.security;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A caller of the HTTP API who showed a token: its owner, narrowed to what the token permits. */
final class ApiTokenAuthentication extends AbstractAuthenticationToken {

    private final transient Identity identity;

    ApiTokenAuthentication(Identity identity) {
        super(List.of());
        this.identity = identity;
        setAuthenticated(true);
    }

    Identity identity() {
        return identity;
    }

    /** The secret was compared and is not kept. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return identity.actor().name();
    }
}
