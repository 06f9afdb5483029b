package dev.cordon.infra.security;

import dev.cordon.application.people.ApiTokens;
import dev.cordon.application.people.IssueApiToken;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.domain.people.ApiToken;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Turns a token's secret into whoever may use it: its owner as they are now, narrowed to what the
 * token permits. A token never makes tokens, else a narrow one could be turned into a wide one.
 */
@Component
public class TokenLogin {

    private final ApiTokens tokens;
    private final PeopleDirectory directory;
    private final InstantSource clock;

    TokenLogin(ApiTokens tokens, PeopleDirectory directory, InstantSource clock) {
        this.tokens = tokens;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Empty for every secret that is worth nothing, whatever the reason: unknown, expired, revoked,
     * or of somebody who left or holds no role any more.
     *
     * @throws PeopleDirectory.DirectoryUnreachable if nobody can say what the owner may now
     */
    public Optional<Authentication> login(String secret) {
        if (!secret.startsWith(RandomTokenSecrets.PREFIX)) {
            return Optional.empty();
        }
        return tokens.findBySecret(IssueApiToken.hashOf(secret))
                .filter(token -> token.isUsable(clock.instant()))
                .flatMap(this::loginWith);
    }

    private Optional<Authentication> loginWith(ApiToken token) {
        return directory
                .find(token.owner())
                .map(owner -> identity(owner, token))
                .filter(identity -> !identity.access().permissions().isEmpty())
                .map(ApiTokenAuthentication::new);
    }

    private static Identity identity(Person owner, ApiToken token) {
        return new Identity(
                owner.actor(), owner.access().limitedTo(permitted(token), token.scope()));
    }

    private static Set<Permission> permitted(ApiToken token) {
        return token.permissions().stream()
                .filter(permission -> permission != Permission.TOKEN_MANAGE)
                .collect(Collectors.toUnmodifiableSet());
    }
}
