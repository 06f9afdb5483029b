package dev.cordon.infra.security;

import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.SourceDirectory;
import dev.cordon.application.detection.SourceSecrets;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns a log source's token into a sender to that source. Asks neither database nor Keycloak. */
@Component
public class SourceTokenLogin {

    private final SourceDirectory directory;
    private final InstantSource clock;

    SourceTokenLogin(SourceDirectory directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Whether it looks like a source's token, and not like a person's. */
    public static boolean isOne(String secret) {
        return secret.startsWith(SourceSecrets.PREFIX);
    }

    /** Empty for every secret that is worth nothing: unknown, expired or revoked. */
    public Optional<Authentication> login(String secret) {
        var now = clock.instant();
        return directory
                .tokenWith(IssueSourceToken.hashOf(secret))
                .filter(token -> token.isUsable(now))
                .flatMap(this::loginWith);
    }

    private Optional<Authentication> loginWith(SourceToken token) {
        return directory
                .find(token.source())
                .map(
                        source -> {
                            directory.used(token.id(), clock.instant());
                            var access =
                                    AutomationPolicy.DETECTION
                                            .access()
                                            .limitedTo(
                                                    Set.of(Permission.LOG_INGEST),
                                                    new StoreScope.Only(Set.of(source.store())));
                            return new SourceTokenAuthentication(
                                    source.id(),
                                    new Identity(AutomationPolicy.DETECTION.actor(), access));
                        });
    }
}
