package dev.cordon.application.incident;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Incidents of a test. Versions behave as in the database. */
public final class InMemoryIncidents implements Incidents {

    private final Map<IncidentId, Incident> incidents = new LinkedHashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();
    private final List<DomainEvent> announced = new ArrayList<>();

    @Override
    public Optional<Incident> find(IncidentId id, StoreScope scope) {
        return Optional.ofNullable(incidents.get(id)).filter(found -> scope.covers(found.store()));
    }

    @Override
    public Optional<Incident> findByReference(Reference reference, StoreScope scope) {
        return matching(Filter.EVERYTHING, scope)
                .filter(incident -> incident.reference().equals(reference))
                .findFirst();
    }

    @Override
    public Page<Incident> list(Filter filter, StoreScope scope, Page.Request page) {
        var all =
                matching(filter, scope)
                        .sorted(
                                Comparator.comparing(
                                                (Incident incident) -> incident.times().declared())
                                        .thenComparing(incident -> incident.id().toString())
                                        .reversed())
                        .toList();
        var after = page.after();
        int from = after == null ? 0 : Integer.parseInt(after);
        int to = Math.min(all.size(), from + page.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    @Override
    public int count(Filter filter, StoreScope scope) {
        return (int) matching(filter, scope).count();
    }

    @Override
    public long nextNumber(int year) {
        return numbers.merge(year, 1L, Long::sum);
    }

    @Override
    public void save(Transition<Incident> change) {
        var given = change.state();
        var kept = incidents.get(given.id());
        var now = kept == null ? Version.NEW : kept.version();
        if (!now.equals(given.version())) {
            throw new StaleVersion("incident " + given.id(), given.version());
        }
        incidents.put(given.id(), at(given, now.next()));
        announced.addAll(change.events());
    }

    /** Every fact saved so far, in order. */
    public List<DomainEvent> announced() {
        return List.copyOf(announced);
    }

    private Stream<Incident> matching(Filter filter, StoreScope scope) {
        return incidents.values().stream()
                .filter(incident -> scope.covers(incident.store()))
                .filter(incident -> filter.open() == null || incident.isOpen() == filter.open())
                .filter(
                        incident ->
                                filter.severity() == null
                                        || incident.severity().severity() == filter.severity())
                .filter(
                        incident ->
                                filter.store() == null || incident.store().equals(filter.store()))
                .filter(incident -> filter.text() == null || says(incident, filter.text()));
    }

    private static boolean says(Incident incident, String text) {
        return Stream.of(incident.reference().value(), incident.codename(), incident.title())
                .anyMatch(
                        where ->
                                where.toLowerCase(Locale.ROOT)
                                        .contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    private static Incident at(Incident incident, Version version) {
        return new Incident(
                incident.id(),
                incident.store(),
                incident.reference(),
                incident.codename(),
                incident.title(),
                incident.mode(),
                incident.stage(),
                incident.severity(),
                incident.times(),
                incident.acknowledgedBy(),
                incident.commander(),
                version);
    }
}
