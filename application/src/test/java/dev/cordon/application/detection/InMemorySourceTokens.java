package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@link SourceTokens} without a database. */
public final class InMemorySourceTokens implements SourceTokens {

    private final Map<UUID, SourceToken> tokens = new LinkedHashMap<>();

    @Override
    public Optional<SourceToken> find(UUID id) {
        return Optional.ofNullable(tokens.get(id));
    }

    @Override
    public List<SourceToken> of(SourceId source) {
        return tokens.values().stream()
                .filter(token -> token.source().equals(source))
                .toList()
                .reversed();
    }

    @Override
    public List<SourceToken> usable(Instant at) {
        return tokens.values().stream().filter(token -> token.isUsable(at)).toList();
    }

    @Override
    public void save(Transition<SourceToken> change) {
        tokens.put(change.state().id(), change.state());
    }
}
