package dev.cordon.application.detection;

import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** {@link DryRuns} without a database. */
public final class InMemoryDryRuns implements DryRuns {

    private final Map<DryRunId, DryRun> all = new LinkedHashMap<>();

    @Override
    public Optional<DryRun> find(DryRunId id, StoreScope scope) {
        return Optional.ofNullable(all.get(id)).filter(each -> scope.covers(each.store()));
    }

    @Override
    public List<DryRun> of(RuleVersionId version) {
        return all.values().stream().filter(each -> each.of().equals(version)).toList().reversed();
    }

    @Override
    public Optional<DryRun> open(StoreId store) {
        return in(store).filter(DryRun::isOpen).findFirst();
    }

    @Override
    public Optional<DryRun> lastFinished(StoreId store) {
        return in(store)
                .filter(each -> each.phase() instanceof DryRun.Phase.Finished)
                .reduce((_, later) -> later);
    }

    @Override
    public void save(Transition<DryRun> change) {
        var state = change.state();
        var there = all.get(state.id());
        boolean stale =
                there == null
                        ? open(state.store()).isPresent()
                        : !there.version().equals(state.version());
        if (stale) {
            throw new StaleVersion("dry run " + state.id(), state.version());
        }
        all.put(
                state.id(),
                new DryRun(
                        state.id(),
                        state.of(),
                        state.store(),
                        state.content(),
                        state.mode(),
                        state.askedBy(),
                        state.askedAt(),
                        state.phase(),
                        state.version().next()));
    }

    private Stream<DryRun> in(StoreId store) {
        return all.values().stream().filter(each -> each.store().equals(store));
    }
}
