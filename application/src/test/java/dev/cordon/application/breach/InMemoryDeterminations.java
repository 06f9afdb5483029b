package dev.cordon.application.breach;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@link Determinations} without a database. Versions behave as there. */
public final class InMemoryDeterminations implements Determinations {

    private final Map<DeterminationId, Determination> determinations = new LinkedHashMap<>();
    private final Map<DeterminationId, List<AffectedPerson>> people = new HashMap<>();
    private final List<DomainEvent> announced = new ArrayList<>();

    @Override
    public Optional<Determination> find(DeterminationId id, StoreScope scope) {
        return Optional.ofNullable(determinations.get(id))
                .filter(found -> scope.covers(found.store()));
    }

    @Override
    public Optional<Determination> latest(IncidentId incident) {
        return determinations.values().stream()
                .filter(determination -> determination.incident().equals(incident))
                .reduce((_, later) -> later);
    }

    @Override
    public void save(Transition<Determination> change) {
        var given = change.state();
        var kept = determinations.get(given.id());
        var now = kept == null ? Version.NEW : kept.version();
        if (!now.equals(given.version())) {
            throw new StaleVersion("determination " + given.id(), given.version());
        }
        determinations.put(
                given.id(),
                new Determination(
                        given.id(),
                        given.incident(),
                        given.store(),
                        given.exposure(),
                        given.phase(),
                        now.next()));
        announced.addAll(change.events());
    }

    @Override
    public void append(DeterminationId id, List<AffectedPerson> found) {
        people.put(id, List.copyOf(found));
    }

    @Override
    public Page<AffectedPerson> people(DeterminationId id, Page.Request page) {
        var all = people.getOrDefault(id, List.of());
        int from = page.after() == null ? 0 : Integer.parseInt(page.after());
        int to = Math.min(all.size(), from + page.size());
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    /** Every fact saved so far, in order. */
    public List<DomainEvent> announced() {
        return List.copyOf(announced);
    }
}
