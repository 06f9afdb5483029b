package dev.cordon.application.detection;

import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.detection.tuning.RuleVersion.Phase;
import dev.cordon.domain.detection.tuning.RuleVersion.Stage;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** {@link RuleVersions} without a database. */
public final class InMemoryRuleVersions implements RuleVersions {

    private final Map<RuleVersionId, RuleVersion> all = new LinkedHashMap<>();

    @Override
    public Optional<RuleVersion> find(RuleVersionId id, StoreScope scope) {
        return Optional.ofNullable(all.get(id)).filter(each -> scope.covers(each.store()));
    }

    @Override
    public List<RuleVersion> of(StoreId store) {
        return in(store).sorted(Comparator.comparing(RuleVersion::number).reversed()).toList();
    }

    @Override
    public Optional<RuleVersion> inForce(StoreId store) {
        return in(store).filter(each -> each.stage() == Stage.IN_FORCE).findFirst();
    }

    @Override
    public Optional<Sha256> contentInForce(StoreId store) {
        return inForce(store).map(each -> ((Phase.InForce) each.phase()).content());
    }

    @Override
    public Optional<RuleVersion> open(StoreId store) {
        return in(store).filter(each -> isOpen(each.stage())).findFirst();
    }

    @Override
    public int nextNumber(StoreId store) {
        return in(store).mapToInt(RuleVersion::number).max().orElse(0) + 1;
    }

    @Override
    public List<RuleVersion> waitingForApproval(StoreScope scope) {
        return all.values().stream()
                .filter(each -> scope.covers(each.store()))
                .filter(each -> each.stage() == Stage.SUBMITTED)
                .sorted(Comparator.comparing(each -> ((Phase.Submitted) each.phase()).at()))
                .toList();
    }

    @Override
    public void save(Transition<RuleVersion> change) {
        var state = change.state();
        var there = all.get(state.id());
        boolean stale = there == null ? isTaken(state) : !there.version().equals(state.version());
        if (stale) {
            throw new StaleVersion("rule version " + state.id(), state.version());
        }
        all.put(state.id(), stored(state));
    }

    private boolean isTaken(RuleVersion state) {
        return in(state.store())
                .anyMatch(each -> each.number() == state.number() || isOpen(each.stage()));
    }

    private static boolean isOpen(Stage stage) {
        return Set.of(Stage.DRAFT, Stage.SUBMITTED).contains(stage);
    }

    private Stream<RuleVersion> in(StoreId store) {
        return all.values().stream().filter(each -> each.store().equals(store));
    }

    private static RuleVersion stored(RuleVersion state) {
        return new RuleVersion(
                state.id(),
                state.store(),
                state.number(),
                state.tuning(),
                state.reason(),
                state.authors(),
                state.createdAt(),
                state.phase(),
                state.version().next());
    }
}
