package dev.cordon.application.detection;

import dev.cordon.domain.detection.intake.SourceLimit;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link SourceLimits} without a database. */
public final class InMemorySourceLimits implements SourceLimits {

    private final Map<SourceId, SourceLimit> limits = new LinkedHashMap<>();

    @Override
    public SourceLimit of(SourceId source) {
        return limits.getOrDefault(source, SourceLimit.usual(source));
    }

    @Override
    public List<SourceLimit> all() {
        return List.copyOf(limits.values());
    }

    @Override
    public void save(Transition<SourceLimit> change) {
        limits.put(change.state().source(), change.state());
    }
}
