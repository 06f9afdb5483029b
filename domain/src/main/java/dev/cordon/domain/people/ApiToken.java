package dev.cordon.domain.people;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * A personal access token for the HTTP API: its owner's access, narrowed and limited in time.
 *
 * <p>Only the SHA-256 of the secret is kept. The token never permits more than its owner may at the
 * moment of use.
 */
public record ApiToken(
        UUID id,
        String owner,
        String name,
        Sha256 secretHash,
        Set<Permission> permissions,
        StoreScope scope,
        Instant createdAt,
        Instant expiresAt,
        boolean revoked,
        Version version) {

    /** No token lives longer. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public ApiToken {
        permissions = Set.copyOf(permissions);
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("a token permits something");
        }
        if (!expiresAt.isAfter(createdAt) || expiresAt.isAfter(createdAt.plus(LONGEST))) {
            throw new IllegalArgumentException("a token lives between a moment and 366 days");
        }
    }

    public static Transition<ApiToken> issue(
            UUID id,
            Actor.Person owner,
            String name,
            Sha256 secretHash,
            Set<Permission> permissions,
            StoreScope scope,
            Instant at,
            Duration lifetime) {
        var token =
                new ApiToken(
                        id,
                        owner.name(),
                        name,
                        secretHash,
                        permissions,
                        scope,
                        at,
                        at.plus(lifetime),
                        false,
                        Version.NEW);
        return Transition.to(token, new ApiTokenIssued(id, name, at, owner));
    }

    public Transition<ApiToken> revoke(Actor by, Instant at) {
        var gone =
                new ApiToken(
                        id,
                        owner,
                        name,
                        secretHash,
                        permissions,
                        scope,
                        createdAt,
                        expiresAt,
                        true,
                        version);
        return Transition.to(gone, new ApiTokenRevoked(id, name, at, by));
    }

    public boolean isUsable(Instant at) {
        return !revoked && at.isBefore(expiresAt);
    }

    public record ApiTokenIssued(UUID token, String name, Instant at, Actor by)
            implements DomainEvent {}

    public record ApiTokenRevoked(UUID token, String name, Instant at, Actor by)
            implements DomainEvent {}
}
