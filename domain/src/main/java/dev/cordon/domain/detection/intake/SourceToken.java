package dev.cordon.domain.detection.intake;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a sender of log lines shows. It belongs to one log source and not to a person: whoever made
 * it may leave, and it opens nothing but that source's doors.
 *
 * <p>Only the SHA-256 of the secret is kept.
 *
 * @param name which sender has it, in people's words
 */
public record SourceToken(
        UUID id,
        SourceId source,
        String name,
        Sha256 secretHash,
        Instant createdAt,
        Instant expiresAt,
        boolean revoked,
        Version version) {

    /** No token lives longer. */
    public static final Duration LONGEST = Duration.ofDays(366);

    private static final int LONGEST_NAME = 120;

    public SourceToken {
        name = name.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException(
                    "a token has a name of at most " + LONGEST_NAME + " characters");
        }
        if (!expiresAt.isAfter(createdAt) || expiresAt.isAfter(createdAt.plus(LONGEST))) {
            throw new IllegalArgumentException("a token lives between a moment and 366 days");
        }
    }

    public static Transition<SourceToken> issue(
            UUID id,
            SourceId source,
            String name,
            Sha256 secretHash,
            Actor by,
            Instant at,
            Duration lifetime) {
        var token =
                new SourceToken(
                        id, source, name, secretHash, at, at.plus(lifetime), false, Version.NEW);
        return Transition.to(token, new SourceTokenIssued(token, at, by));
    }

    /** Ends it at once and for good. */
    public Transition<SourceToken> revoke(Actor by, Instant at) {
        var gone =
                new SourceToken(id, source, name, secretHash, createdAt, expiresAt, true, version);
        return Transition.to(gone, new SourceTokenRevoked(gone, at, by));
    }

    public boolean isUsable(Instant at) {
        return !revoked && at.isBefore(expiresAt);
    }

    /** A sender may send from now on. */
    public record SourceTokenIssued(SourceToken token, Instant at, Actor by)
            implements DomainEvent {}

    /** A sender may not send any more. */
    public record SourceTokenRevoked(SourceToken token, Instant at, Actor by)
            implements DomainEvent {}
}
