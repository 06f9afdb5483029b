package dev.cordon.application.people;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.ApiToken;
import dev.cordon.domain.people.Permission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;

/** Gives the caller a token for the HTTP API. The secret is shown once and not kept. */
@UseCase
public class IssueApiToken {

    public record Command(
            String name, Set<Permission> permissions, StoreScope scope, Duration lifetime) {}

    /**
     * @param secret to send as {@code Authorization: Bearer}; never shown again
     */
    public record Issued(UUID id, String secret) {
        @Override
        public String toString() {
            return "Issued[id=" + id + "]";
        }
    }

    private final ApiTokens tokens;
    private final TokenSecrets secrets;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    IssueApiToken(
            ApiTokens tokens, TokenSecrets secrets, Caller caller, Ids ids, InstantSource clock) {
        this.tokens = tokens;
        this.secrets = secrets;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.TOKEN_MANAGE)
    public Issued issue(Command command) {
        var id = ids.next();
        var secret = secrets.next();
        tokens.save(
                ApiToken.issue(
                        id,
                        caller.person(),
                        command.name(),
                        hashOf(secret),
                        command.permissions(),
                        command.scope(),
                        clock.instant(),
                        command.lifetime()));
        return new Issued(id, secret);
    }

    /** The form in which a secret is looked up. */
    public static Sha256 hashOf(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
