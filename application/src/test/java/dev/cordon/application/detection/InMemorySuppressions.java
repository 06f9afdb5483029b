package dev.cordon.application.detection;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Suppressions} without a database. */
final class InMemorySuppressions implements Suppressions {

    private final Map<SuppressionId, Suppression> all = new LinkedHashMap<>();
    private final Map<SuppressionId, Map<AlertId, Instant>> hits = new LinkedHashMap<>();

    @Override
    public Optional<Suppression> find(SuppressionId id, StoreScope scope) {
        return Optional.ofNullable(all.get(id)).filter(each -> scope.covers(each.store()));
    }

    @Override
    public List<Suppression> inForce(StoreId store, Instant at) {
        return all.values().stream()
                .filter(each -> each.store().equals(store) && each.isInForce(at))
                .toList();
    }

    @Override
    public Page<SuppressionSummary> list(StoreScope scope, Page.Request page) {
        return new Page<>(
                all.values().stream()
                        .filter(each -> scope.covers(each.store()))
                        .sorted(Comparator.comparing(Suppression::since).reversed())
                        .limit(page.size())
                        .map(this::summary)
                        .toList(),
                null);
    }

    @Override
    public void hit(SuppressionId id, AlertId alert, Instant at) {
        hits.computeIfAbsent(id, _ -> new LinkedHashMap<>()).putIfAbsent(alert, at);
    }

    @Override
    public void save(Transition<Suppression> change) {
        var given = change.state();
        var kept = all.get(given.id());
        if (!(kept == null ? Version.NEW : kept.version()).equals(given.version())) {
            throw new StaleVersion("suppression " + given.id(), given.version());
        }
        all.put(
                given.id(),
                new Suppression(
                        given.id(),
                        given.store(),
                        given.match(),
                        given.upTo(),
                        given.reason(),
                        given.by(),
                        given.since(),
                        given.until(),
                        given.end(),
                        given.version().next()));
    }

    private SuppressionSummary summary(Suppression suppression) {
        var covered = hits.getOrDefault(suppression.id(), Map.of());
        return new SuppressionSummary(
                suppression,
                covered.size(),
                covered.values().stream().max(Comparator.naturalOrder()).orElse(null));
    }
}
