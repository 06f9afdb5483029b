package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.intake.HmacScheme;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a payment provider's webhooks in at a log source. The secret is never shown again. */
@UseCase
public class AddPaymentSecret {

    /**
     * @param scheme how it is signed with; null for providers that have a form of their own
     */
    public record Command(
            SourceId source, PaymentProvider provider, String secret, @Nullable HmacScheme scheme) {
        @Override
        public String toString() {
            return "Command[source=" + source + ", provider=" + provider + "]";
        }
    }

    /** Whether it was added. */
    public sealed interface Outcome {
        record Added(UUID id) implements Outcome {}

        enum Refused implements Outcome {
            /**
             * What webhooks tell of are events; lines of another format would not be understood.
             */
            NO_LOG_OF_EVENTS,
            /** As many hold as may at once; an old one has to be removed first. */
            TOO_MANY
        }
    }

    private final LogSources sources;
    private final PaymentSecrets secrets;
    private final SecretSeal seal;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AddPaymentSecret(
            LogSources sources,
            PaymentSecrets secrets,
            SecretSeal seal,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.sources = sources;
        this.secrets = secrets;
        this.seal = seal;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome add(Command command) {
        var source = sources.get(command.source(), caller.scope());
        PaymentSecret.check(command.provider(), command.secret());
        if (!source.format().hasEvents()) {
            return Outcome.Refused.NO_LOG_OF_EVENTS;
        }
        if (isFull(command)) {
            return Outcome.Refused.TOO_MANY;
        }
        var id = ids.next();
        secrets.save(
                PaymentSecret.add(
                        id,
                        source.id(),
                        command.provider(),
                        seal.seal(id, command.secret()),
                        command.scheme(),
                        caller.actor(),
                        clock.instant()));
        return new Outcome.Added(id);
    }

    private boolean isFull(Command command) {
        return secrets.of(command.source()).stream()
                        .filter(each -> each.provider() == command.provider())
                        .count()
                >= PaymentSecret.MOST;
    }
}
