package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who may send to a log source, and how much. */
@Queries
public class SourceDoorQueries {

    /**
     * A token and its use.
     *
     * @param lastUsedAt when it was last shown, to the minute; null if never
     */
    public record TokenUse(SourceToken token, @Nullable Instant lastUsedAt) {}

    private final LogSources sources;
    private final SourceTokens tokens;
    private final SourceLimits limits;
    private final PaymentSecrets secrets;
    private final SourceDirectory directory;
    private final Caller caller;

    SourceDoorQueries(
            LogSources sources,
            SourceTokens tokens,
            SourceLimits limits,
            PaymentSecrets secrets,
            SourceDirectory directory,
            Caller caller) {
        this.sources = sources;
        this.tokens = tokens;
        this.limits = limits;
        this.secrets = secrets;
        this.directory = directory;
        this.caller = caller;
    }

    /** Newest first, also those revoked or expired. */
    @Requires(Permission.STORE_MANAGE)
    public List<TokenUse> tokens(SourceId source) {
        return tokens.of(sources.get(source, caller.scope()).id()).stream()
                .map(token -> new TokenUse(token, directory.lastUsedAt(token.id()).orElse(null)))
                .toList();
    }

    /** What webhooks of payment providers are checked with, newest first; none shows itself. */
    @Requires(Permission.STORE_MANAGE)
    public List<PaymentSecret> paymentSecrets(SourceId source) {
        return secrets.of(sources.get(source, caller.scope()).id());
    }

    @Requires(Permission.STORE_MANAGE)
    public SourceLimit limit(SourceId source) {
        return limits.of(sources.get(source, caller.scope()).id());
    }
}
