package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;

/** The logs that stores send. What lies outside the scope is not there. */
public interface LogSources {

    Optional<LogSource> find(SourceId id, StoreScope scope);

    /** Ordered by id. */
    List<LogSource> all(StoreScope scope);

    /** Stores a new source; ids are unique over all stores. */
    void save(Transition<LogSource> change);

    default LogSource get(SourceId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("log source " + id));
    }
}
