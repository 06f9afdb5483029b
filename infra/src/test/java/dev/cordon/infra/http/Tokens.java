package dev.cordon.infra.http;

import dev.cordon.application.people.IssueApiToken;
import dev.cordon.application.people.RevokeApiToken;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Logs people in on the test's own thread, and gives them tokens. */
@TestComponent
class Tokens {

    private final Team team;
    private final IssueApiToken issue;
    private final RevokeApiToken revoke;

    Tokens(Team team, IssueApiToken issue, RevokeApiToken revoke) {
        this.team = team;
        this.issue = issue;
        this.revoke = revoke;
    }

    /** A token with all that its owner may. */
    String of(String username, Role... roles) {
        return of(username, EnumSet.allOf(Permission.class), StoreScope.ALL, roles).secret();
    }

    IssueApiToken.Issued of(
            String username, Set<Permission> permissions, StoreScope scope, Role... roles) {
        return of(username, permissions, scope, Duration.ofDays(1), roles);
    }

    IssueApiToken.Issued of(
            String username,
            Set<Permission> permissions,
            StoreScope scope,
            Duration lifetime,
            Role... roles) {
        team.holds(username, roles);
        return as(
                username,
                Role.RESPONDER,
                () -> issue.issue(new IssueApiToken.Command("test", permissions, scope, lifetime)));
    }

    void revoke(String username, UUID token) {
        as(
                username,
                Role.RESPONDER,
                () -> {
                    revoke.revoke(token);
                    return true;
                });
    }

    /** Calls a use case as somebody who is logged in. */
    <T> T as(String username, Role role, Supplier<T> call) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new TestingAuthenticationToken(username, "", "ROLE_" + role.id()));
        try {
            return call.get();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
