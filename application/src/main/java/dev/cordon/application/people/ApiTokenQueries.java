package dev.cordon.application.people;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.people.ApiToken;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** The caller's own tokens. */
@Queries
public class ApiTokenQueries {

    private final ApiTokens tokens;
    private final Caller caller;

    ApiTokenQueries(ApiTokens tokens, Caller caller) {
        this.tokens = tokens;
        this.caller = caller;
    }

    @Requires(Permission.TOKEN_MANAGE)
    public List<ApiToken> mine() {
        return tokens.of(caller.actor().name());
    }
}
