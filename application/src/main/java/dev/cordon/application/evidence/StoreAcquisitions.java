package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All acquisitions from stores. One that was asked for is gone on with by a job alone, which holds
 * it alone; others look, and may say that no more is wanted.
 */
public interface StoreAcquisitions {

    /** Takes a wish in and announces it. */
    void ask(Transition<StoreAcquisition> change);

    Optional<StoreAcquisition> find(AcquisitionId id, StoreScope scope);

    /** The newest first. */
    List<StoreAcquisition> of(IncidentId incident);

    /** Keeps how far it came. */
    void save(StoreAcquisition now);

    /** Keeps that it is over, and announces it. */
    void end(Transition<StoreAcquisition> change);

    /** Somebody wants no more of it; announces it, once. */
    void cancel(StoreAcquisition acquisition, Actor.Person by, Instant at);

    boolean isCancelled(AcquisitionId id);

    /** Keeps why the store could not be asked yet; null once it was. */
    void waits(AcquisitionId id, @Nullable String why);

    /** Why the store could not be asked yet. */
    Optional<String> waits(AcquisitionId id);

    /**
     * How much of the part that is being read has come.
     *
     * @param bytes so many since it was begun
     */
    record Reading(long bytes, Instant since) {}

    void came(AcquisitionId id, Reading reading);

    /** Empty if nothing was read yet. */
    Optional<Reading> reading(AcquisitionId id);

    default StoreAcquisition get(AcquisitionId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("acquisition " + id));
    }
}
