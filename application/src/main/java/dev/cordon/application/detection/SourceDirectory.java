package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the doors have to know, at hand also while the database is away: which log sources there
 * are, who may send to them, and how much. What is changed is here as soon as it is stored.
 */
public interface SourceDirectory {

    /**
     * All of it.
     *
     * @param tokens those that may be used
     * @param limits where another than the usual one was set
     * @param secrets of payment providers, those that hold; sealed
     * @param sensors where sensor plugins come in
     */
    record Contents(
            List<LogSource> sources,
            List<SourceToken> tokens,
            List<SourceLimit> limits,
            List<PaymentSecret> secrets,
            List<SensorDoor> sensors) {

        public static final Contents NONE =
                new Contents(List.of(), List.of(), List.of(), List.of(), List.of());

        public Contents {
            sources = List.copyOf(sources);
            tokens = List.copyOf(tokens);
            limits = List.copyOf(limits);
            secrets = List.copyOf(secrets);
            sensors = List.copyOf(sensors);
        }
    }

    Contents contents();

    Optional<LogSource> find(SourceId id);

    /** The token with that secret, whether it may be used or not; empty if nobody knows it. */
    Optional<SourceToken> tokenWith(Sha256 secretHash);

    /** How much that source may send. */
    SourceLimit limitOf(SourceId source);

    /** What that provider's webhooks to the source are checked with; empty: it sends none. */
    List<PaymentSecret> secretsOf(SourceId source, PaymentProvider provider);

    /** Where a sensor plugin comes in; empty: none was given out for that source. */
    Optional<SensorDoor> sensorAt(SourceId source);

    /** Somebody showed the token. Kept to the minute. */
    void used(UUID token, Instant at);

    /** When the token was last shown, to the minute; empty if never. */
    Optional<Instant> lastUsedAt(UUID token);

    /** How many changes came in by themselves; for {@link #refresh}. */
    long changes();

    /**
     * Takes over what the database says. Does nothing if something changed since, for then it was
     * read too early.
     *
     * @param seen {@link #changes()} before the database was asked
     */
    void refresh(Contents read, long seen);
}
