package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** {@link LogSources} without a database. */
public final class InMemoryLogSources implements LogSources {

    private final Map<SourceId, LogSource> sources =
            new TreeMap<>(Comparator.comparing(SourceId::value));

    @Override
    public Optional<LogSource> find(SourceId id, StoreScope scope) {
        return Optional.ofNullable(sources.get(id)).filter(source -> scope.covers(source.store()));
    }

    @Override
    public List<LogSource> all(StoreScope scope) {
        return sources.values().stream().filter(source -> scope.covers(source.store())).toList();
    }

    @Override
    public void save(Transition<LogSource> change) {
        sources.put(change.state().id(), change.state());
    }
}
