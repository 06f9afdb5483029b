package dev.cordon.infra.keycloak;

import dev.cordon.domain.people.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;

/**
 * Reads the realm roles from the signed ID token and keeps our six; scopes and everything else that
 * a login brings along grant nothing.
 */
class RealmRoles implements GrantedAuthoritiesMapper {

    @Override
    public Set<GrantedAuthority> mapAuthorities(
            Collection<? extends GrantedAuthority> authorities) {
        return authorities.stream()
                .flatMap(
                        authority ->
                                authority instanceof OidcUserAuthority login
                                        ? namesIn(login.getIdToken().getClaims())
                                        : Stream.empty())
                .flatMap(name -> Role.of(name).stream())
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role.id()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> namesIn(Map<String, Object> claims) {
        var names =
                claims.get("realm_access") instanceof Map<?, ?> access
                                && access.get("roles") instanceof Collection<?> roles
                        ? roles
                        : List.of();
        return names.stream().filter(String.class::isInstance).map(String.class::cast);
    }
}
