package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;

/** Forgets a secret of a payment provider, at once and for good. */
@UseCase
public class RemovePaymentSecret {

    public record Command(SourceId source, UUID secret) {}

    private final LogSources sources;
    private final PaymentSecrets secrets;
    private final Caller caller;
    private final InstantSource clock;

    RemovePaymentSecret(
            LogSources sources, PaymentSecrets secrets, Caller caller, InstantSource clock) {
        this.sources = sources;
        this.secrets = secrets;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public void remove(Command command) {
        var source = sources.get(command.source(), caller.scope());
        var secret =
                secrets.find(command.secret())
                        .filter(found -> found.source().equals(source.id()) && !found.removed())
                        .orElseThrow(() -> new NotFound("webhook secret " + command.secret()));
        secrets.save(secret.remove(caller.actor(), clock.instant()));
    }
}
