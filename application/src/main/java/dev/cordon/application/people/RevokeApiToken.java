package dev.cordon.application.people;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;

/** Ends a token of one's own, at once and for good. */
@UseCase
public class RevokeApiToken {

    private final ApiTokens tokens;
    private final Caller caller;
    private final InstantSource clock;

    RevokeApiToken(ApiTokens tokens, Caller caller, InstantSource clock) {
        this.tokens = tokens;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.TOKEN_MANAGE)
    public void revoke(UUID id) {
        var token = tokens.get(id);
        if (!token.owner().equals(caller.actor().name())) {
            throw new NotFound("token " + id);
        }
        tokens.save(token.revoke(caller.actor(), clock.instant()));
    }
}
