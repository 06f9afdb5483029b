package dev.cordon.application.incident;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All incidents. What lies outside the scope is not there. */
public interface Incidents {

    Optional<Incident> find(IncidentId id, StoreScope scope);

    Optional<Incident> findByReference(Reference reference, StoreScope scope);

    /** Newest first. */
    Page<Incident> list(Filter filter, StoreScope scope, Page.Request page);

    /** How many the filter holds, for badges. */
    int count(Filter filter, StoreScope scope);

    /** The next number of that year, never given twice; gaps may stay after a refusal. */
    long nextNumber(int year);

    /**
     * Stores the new state with its timeline entries and what follows from the facts.
     *
     * @throws StaleVersion if somebody else stored since the state was read
     */
    void save(Transition<Incident> change);

    /** The incident as the caller saw it. */
    default Incident get(IncidentId id, Version seen, StoreScope scope) {
        var incident = get(id, scope);
        if (!incident.version().equals(seen)) {
            throw new StaleVersion(incident.reference().value(), seen);
        }
        return incident;
    }

    default Incident get(IncidentId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("incident " + id));
    }

    /**
     * What to list.
     *
     * @param open only open ones (true), only ended ones (false), or both (null)
     * @param text found in reference, codename or title, without regard to case
     */
    record Filter(
            @Nullable Boolean open,
            @Nullable Severity severity,
            @Nullable StoreId store,
            @Nullable String text) {

        public static final Filter EVERYTHING = new Filter(null, null, null, null);

        public static final Filter OPEN = new Filter(true, null, null, null);
    }
}
