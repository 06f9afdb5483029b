package dev.cordon.application.breach;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;

/** What is known about who is affected; the people themselves are kept encrypted. */
public interface Determinations {

    Optional<Determination> find(DeterminationId id, StoreScope scope);

    /** The latest one of an incident; the caller has shown that it may see the incident. */
    Optional<Determination> latest(IncidentId incident);

    /** A request schedules the job that carries it out, in the same transaction. */
    void save(Transition<Determination> change);

    /** Adds the people of a determination, in one batch; once. */
    void append(DeterminationId id, List<AffectedPerson> people);

    /** In the order in which they were found. */
    Page<AffectedPerson> people(DeterminationId id, Page.Request page);

    default Determination get(DeterminationId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("determination " + id));
    }
}
