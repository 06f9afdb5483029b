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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@link SourceDirectory} without a file; it knows what it was told by {@code refresh}. */
public final class InMemorySourceDirectory implements SourceDirectory {

    private final Map<UUID, Instant> used = new HashMap<>();
    private Contents contents = Contents.NONE;

    @Override
    public Contents contents() {
        return contents;
    }

    @Override
    public Optional<LogSource> find(SourceId id) {
        return contents.sources().stream().filter(each -> each.id().equals(id)).findFirst();
    }

    @Override
    public Optional<SourceToken> tokenWith(Sha256 secretHash) {
        return contents.tokens().stream()
                .filter(each -> each.secretHash().equals(secretHash))
                .findFirst();
    }

    @Override
    public SourceLimit limitOf(SourceId source) {
        return contents.limits().stream()
                .filter(each -> each.source().equals(source))
                .findFirst()
                .orElseGet(() -> SourceLimit.usual(source));
    }

    @Override
    public List<PaymentSecret> secretsOf(SourceId source, PaymentProvider provider) {
        return contents.secrets().stream()
                .filter(each -> each.source().equals(source) && each.provider() == provider)
                .toList();
    }

    @Override
    public Optional<SensorDoor> sensorAt(SourceId source) {
        return contents.sensors().stream().filter(each -> each.source().equals(source)).findFirst();
    }

    @Override
    public void used(UUID token, Instant at) {
        used.put(token, at);
    }

    @Override
    public Optional<Instant> lastUsedAt(UUID token) {
        return Optional.ofNullable(used.get(token));
    }

    @Override
    public long changes() {
        return 0;
    }

    @Override
    public void refresh(Contents read, long seen) {
        contents = read;
    }
}
