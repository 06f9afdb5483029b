package dev.cordon.infra.persistence;

import dev.cordon.application.incident.Timeline;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.incident.IncidentFact;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Transition;
import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.envers.AuditReaderFactory;
import org.springframework.stereotype.Component;

/** Everything that follows from a transition's facts, in the transaction that stores them. */
@Component
public class Consequences {

    private final EntityManager em;
    private final Timeline timeline;
    private final List<Consequence> registered;
    private final Ids ids;
    private final InstantSource clock;

    Consequences(
            EntityManager em,
            Timeline timeline,
            List<Consequence> registered,
            Ids ids,
            InstantSource clock) {
        this.em = em;
        this.timeline = timeline;
        this.registered = registered;
        this.ids = ids;
        this.clock = clock;
    }

    /** Explains the revision, writes the timeline and schedules what is to be done. */
    public void of(Transition<?> change) {
        explainRevision(change.events());
        for (var event : change.events()) {
            if (event instanceof IncidentFact fact) {
                timeline.append(TimelineEntry.of(ids.next(), fact, clock.instant()));
            }
            registered.forEach(consequence -> consequence.of(event));
        }
    }

    /** Not stored yet: a transition that changes no audited row leaves no revision. */
    private void explainRevision(List<DomainEvent> events) {
        AuditReaderFactory.get(em)
                .getCurrentRevision(RevisionRow.class, false)
                .explainedBy(
                        events.stream().map(DomainEvent::type).toList(),
                        events.stream().map(DomainEvent::reason).toList());
    }
}
