package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@link PaymentSecrets} without a database. */
public final class InMemoryPaymentSecrets implements PaymentSecrets {

    private final Map<UUID, PaymentSecret> secrets = new LinkedHashMap<>();

    @Override
    public Optional<PaymentSecret> find(UUID id) {
        return Optional.ofNullable(secrets.get(id));
    }

    @Override
    public List<PaymentSecret> of(SourceId source) {
        return all().stream().filter(secret -> secret.source().equals(source)).toList();
    }

    @Override
    public List<PaymentSecret> all() {
        return secrets.values().stream().filter(secret -> !secret.removed()).toList().reversed();
    }

    @Override
    public void save(Transition<PaymentSecret> change) {
        secrets.put(change.state().id(), change.state());
    }
}
