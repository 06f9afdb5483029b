package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What webhooks of payment providers are checked with, at all log sources. */
public interface PaymentSecrets {

    Optional<PaymentSecret> find(UUID id);

    /** Newest first, without those that were removed. */
    List<PaymentSecret> of(SourceId source);

    /** Those of all sources, without those that were removed. */
    List<PaymentSecret> all();

    void save(Transition<PaymentSecret> change);
}
