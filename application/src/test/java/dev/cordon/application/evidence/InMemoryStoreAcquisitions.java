package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Acquisitions in memory. */
final class InMemoryStoreAcquisitions implements StoreAcquisitions {

    private final Map<AcquisitionId, StoreAcquisition> all = new HashMap<>();
    private final Set<AcquisitionId> cancelled = new HashSet<>();
    private @Nullable RuntimeException refusal;
    private final Map<AcquisitionId, String> waiting = new HashMap<>();
    private final Map<AcquisitionId, Reading> readings = new HashMap<>();

    /** From now on nothing is kept, or again if null. */
    void refuse(@Nullable RuntimeException with) {
        refusal = with;
    }

    @Override
    public void ask(Transition<StoreAcquisition> change) {
        save(change.state());
    }

    @Override
    public Optional<StoreAcquisition> find(AcquisitionId id, StoreScope scope) {
        return Optional.ofNullable(all.get(id)).filter(found -> scope.covers(found.store()));
    }

    @Override
    public List<StoreAcquisition> of(IncidentId incident) {
        return all.values().stream().filter(each -> each.incident().equals(incident)).toList();
    }

    @Override
    public void save(StoreAcquisition now) {
        if (refusal != null) {
            throw refusal;
        }
        all.put(now.id(), now);
    }

    @Override
    public void end(Transition<StoreAcquisition> change) {
        save(change.state());
    }

    @Override
    public void cancel(StoreAcquisition acquisition, Actor.Person by, Instant at) {
        cancelled.add(acquisition.id());
    }

    @Override
    public boolean isCancelled(AcquisitionId id) {
        return cancelled.contains(id);
    }

    @Override
    public void waits(AcquisitionId id, @Nullable String why) {
        if (why == null) {
            waiting.remove(id);
        } else {
            waiting.put(id, why);
        }
    }

    @Override
    public Optional<String> waits(AcquisitionId id) {
        return Optional.ofNullable(waiting.get(id));
    }

    @Override
    public void came(AcquisitionId id, Reading reading) {
        readings.put(id, reading);
    }

    @Override
    public Optional<Reading> reading(AcquisitionId id) {
        return Optional.ofNullable(readings.get(id));
    }
}
