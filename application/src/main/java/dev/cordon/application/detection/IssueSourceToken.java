package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** Gives a sender a token for one log source. The secret is shown once and not kept. */
@UseCase
public class IssueSourceToken {

    /**
     * @param name which sender gets it
     */
    public record Command(SourceId source, String name, Duration lifetime) {}

    /**
     * @param secret to send as {@code Authorization: Bearer}; never shown again
     */
    public record Issued(UUID id, String secret) {
        @Override
        public String toString() {
            return "Issued[id=" + id + "]";
        }
    }

    private final LogSources sources;
    private final SourceTokens tokens;
    private final SourceSecrets secrets;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    IssueSourceToken(
            LogSources sources,
            SourceTokens tokens,
            SourceSecrets secrets,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.sources = sources;
        this.tokens = tokens;
        this.secrets = secrets;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Issued issue(Command command) {
        var source = sources.get(command.source(), caller.scope());
        var id = ids.next();
        var secret = secrets.next();
        tokens.save(
                SourceToken.issue(
                        id,
                        source.id(),
                        command.name(),
                        hashOf(secret),
                        caller.actor(),
                        clock.instant(),
                        command.lifetime()));
        return new Issued(id, secret);
    }

    /** The form in which a secret is looked up. */
    public static Sha256 hashOf(String secret) {
        return Sha256.of(secret.getBytes(StandardCharsets.UTF_8));
    }
}
