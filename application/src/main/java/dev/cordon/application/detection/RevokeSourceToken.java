package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;

/** Ends a sender's token, at once and for good. */
@UseCase
public class RevokeSourceToken {

    public record Command(SourceId source, UUID token) {}

    private final LogSources sources;
    private final SourceTokens tokens;
    private final Caller caller;
    private final InstantSource clock;

    RevokeSourceToken(LogSources sources, SourceTokens tokens, Caller caller, InstantSource clock) {
        this.sources = sources;
        this.tokens = tokens;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public void revoke(Command command) {
        var source = sources.get(command.source(), caller.scope());
        var token =
                tokens.find(command.token())
                        .filter(found -> found.source().equals(source.id()))
                        .orElseThrow(() -> new NotFound("token " + command.token()));
        tokens.save(token.revoke(caller.actor(), clock.instant()));
    }
}
