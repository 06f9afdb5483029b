package dev.cordon.application.detection;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.log.Address;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@link Alerts} without a database. */
public final class InMemoryAlerts implements Alerts {

    private final Map<AlertId, Alert> alerts = new LinkedHashMap<>();
    private final List<DomainEvent> announced = new ArrayList<>();

    @Override
    public Optional<Alert> find(AlertId id, StoreScope scope) {
        return Optional.ofNullable(alerts.get(id)).filter(alert -> scope.covers(alert.store()));
    }

    @Override
    public Optional<Alert> findByOrigin(StoreId store, AlertOrigin origin) {
        return alerts.values().stream()
                .filter(alert -> alert.store().equals(store) && alert.origin().equals(origin))
                .findFirst();
    }

    @Override
    public List<Alert> recent(StoreId store, Mode mode, Instant lastSeenSince) {
        return alerts.values().stream()
                .filter(alert -> alert.store().equals(store))
                .filter(alert -> alert.origin().sourceType().equals(AlertOrigin.DETECTION))
                .filter(alert -> alert.mode() == mode)
                .filter(alert -> !alert.finding().lastSeenAt().isBefore(lastSeenSince))
                .toList();
    }

    @Override
    public List<Alert> escalatedInto(UUID incident) {
        return alerts.values().stream()
                .filter(
                        alert ->
                                alert.phase() instanceof AlertPhase.Escalated into
                                        && into.incident().equals(incident))
                .toList();
    }

    @Override
    public Page<Alert> list(Filter filter, StoreScope scope, Page.Request page) {
        var all =
                matching(filter, scope)
                        .sorted(
                                Comparator.comparing(Alert::detectedAt)
                                        .reversed()
                                        .thenComparing(alert -> alert.id().toString()))
                        .toList();
        var after = page.after();
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + page.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public Page<AlertSummary> lines(Filter filter, StoreScope scope, Page.Request page) {
        var whole = list(filter, scope, page);
        return new Page<>(whole.items().stream().map(AlertSummary::of).toList(), whole.next());
    }

    @Override
    public List<AlertSummary> sharingAddresses(Alert alert, int most) {
        var named = addresses(alert);
        return others(alert, other -> addresses(other).stream().anyMatch(named::contains), most);
    }

    @Override
    public List<AlertSummary> similar(Alert alert, int most) {
        var accounts = alert.finding().attackers().accounts();
        return others(
                alert,
                other ->
                        other.finding().kind() == alert.finding().kind()
                                || other.finding().attackers().accounts().stream()
                                        .anyMatch(accounts::contains),
                most);
    }

    @Override
    public List<Beginnings> beginnings(Instant since, StoreScope scope) {
        throw new UnsupportedOperationException("no use case that is tested here counts them");
    }

    @Override
    public List<RuleTally> tallies(StoreId store, Instant detectedSince) {
        var counts = new LinkedHashMap<RuleTally, Integer>();
        for (var alert : all()) {
            if (alert.store().equals(store) && !alert.detectedAt().isBefore(detectedSince)) {
                var resolution =
                        alert.phase() instanceof AlertPhase.Closed closed
                                ? closed.resolution()
                                : null;
                for (var rule : alert.finding().verdict().rules()) {
                    counts.merge(new RuleTally(rule, resolution, 0), 1, Integer::sum);
                }
            }
        }
        return counts.entrySet().stream()
                .map(
                        each ->
                                new RuleTally(
                                        each.getKey().rule(),
                                        each.getKey().resolution(),
                                        each.getValue()))
                .toList();
    }

    @Override
    public int count(Filter filter, StoreScope scope) {
        return (int) matching(filter, scope).count();
    }

    @Override
    public void save(Transition<Alert> change) {
        var given = change.state();
        var kept = alerts.get(given.id());
        var now = kept == null ? Version.NEW : kept.version();
        boolean originTaken =
                kept == null && findByOrigin(given.store(), given.origin()).isPresent();
        if (!now.equals(given.version()) || originTaken) {
            throw new StaleVersion("alert " + given.id(), given.version());
        }
        alerts.put(given.id(), at(given, now.next()));
        announced.addAll(change.events());
    }

    /** Every alert, in the order they were raised. */
    public List<Alert> all() {
        return List.copyOf(alerts.values());
    }

    /** Every fact saved so far, in order. */
    public List<DomainEvent> announced() {
        return List.copyOf(announced);
    }

    private Stream<Alert> matching(Filter filter, StoreScope scope) {
        return alerts.values().stream()
                .filter(alert -> scope.covers(alert.store()))
                .filter(
                        alert ->
                                filter.statuses().isEmpty()
                                        || filter.statuses().contains(alert.status()))
                .filter(alert -> filter.severity() == null || alert.severity() == filter.severity())
                .filter(alert -> filter.kind() == null || alert.finding().kind() == filter.kind())
                .filter(alert -> filter.store() == null || alert.store().equals(filter.store()))
                .filter(
                        alert ->
                                filter.takenBy() == null
                                        || filter.takenBy().equals(alert.takenBy()))
                .filter(alert -> filter.address() == null || names(alert, filter));
    }

    private List<AlertSummary> others(Alert alert, Predicate<Alert> chosen, int most) {
        return alerts.values().stream()
                .filter(other -> other.store().equals(alert.store()))
                .filter(other -> !other.id().equals(alert.id()))
                .filter(chosen)
                .sorted(Comparator.comparing(Alert::detectedAt).reversed())
                .limit(most)
                .map(AlertSummary::of)
                .toList();
    }

    private static List<Address> addresses(Alert alert) {
        return alert.finding().addresses().stream().map(AddressFacts::address).toList();
    }

    private static boolean names(Alert alert, Filter filter) {
        return alert.finding().addresses().stream()
                .anyMatch(facts -> facts.address().equals(filter.address()));
    }

    private static Alert at(Alert alert, Version version) {
        return new Alert(
                alert.id(),
                alert.store(),
                alert.origin(),
                alert.mode(),
                alert.finding(),
                alert.note(),
                alert.severity(),
                alert.detectedAt(),
                alert.receivedAt(),
                alert.phase(),
                alert.takenBy(),
                version);
    }
}
