package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All evidence items. What lies outside the scope is not there. */
public interface EvidenceItems {

    Optional<EvidenceItem> find(EvidenceId id, StoreScope scope);

    /** In the order of their labels; the caller has shown that it may see the incident. */
    List<EvidenceItem> of(IncidentId incident);

    /** The latest collected first. */
    Page<EvidenceItem> list(Filter filter, StoreScope scope, Page.Request page);

    int count(Filter filter, StoreScope scope);

    /**
     * What is kept longer than it has to be: its time is over, so is its incident, no legal hold
     * needs it, and nobody disposes of it yet; the longest over first, so many at most.
     *
     * @param after only what comes behind that one; null for all from the first
     */
    List<EvidenceItem> over(Instant now, @Nullable EvidenceItem after, int limit);

    /** Whether an item stands on that content, as its own or as its manifest, or ever did. */
    boolean anyOn(IncidentId incident, Sha256 content);

    /** The next number within the incident, never given twice. */
    long nextNumber(IncidentId incident);

    void save(Transition<EvidenceItem> change);

    /** How an item stands, for whoever looks through all of them. */
    enum Which {
        EVERYTHING,
        /** Its content is there. */
        KEPT,
        /** Somebody has to answer: a hand-over or a disposal is proposed. */
        WAITING,
        /** A matter needs it. */
        ON_HOLD,
        /** Its content is destroyed, or about to be. */
        DISPOSED
    }

    /**
     * Which items to list; what is null does not narrow.
     *
     * @param custodian who answers for them
     * @param text in their label, title, file name, source or digest
     */
    record Filter(
            Which which,
            @Nullable StoreId store,
            @Nullable Actor custodian,
            @Nullable String text) {

        public static final Filter EVERYTHING = new Filter(Which.EVERYTHING, null, null, null);
    }

    default EvidenceItem get(EvidenceId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("evidence " + id));
    }
}
