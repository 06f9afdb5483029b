package dev.cordon.application.breach;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.breach.AffectedPerson;
import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.breach.LegalClock;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.util.List;
import java.util.Optional;

/** Who is affected, and which legal clocks run. */
@Queries
public class BreachQueries {

    private final Incidents incidents;
    private final Determinations determinations;
    private final LawBook law;
    private final Caller caller;

    BreachQueries(Incidents incidents, Determinations determinations, LawBook law, Caller caller) {
        this.incidents = incidents;
        this.determinations = determinations;
        this.law = law;
        this.caller = caller;
    }

    /** The clocks that run for an incident; none before somebody was aware. */
    @Requires(Permission.BREACH_READ)
    public List<LegalClock> clocks(IncidentId id) {
        return clocksOf(incidents.get(id, caller.scope()));
    }

    /** What is known about who is affected; empty before anybody asked. */
    @Requires(Permission.BREACH_READ)
    public Optional<Determination> affected(IncidentId id) {
        return determinations.latest(incidents.get(id, caller.scope()).id());
    }

    /** The people themselves; masked for those who do not work with them. */
    @Requires(Permission.BREACH_READ)
    public Page<AffectedPerson> people(DeterminationId id, Page.Request page) {
        var people = determinations.people(determinations.get(id, caller.scope()).id(), page);
        return caller.may(Permission.BREACH_ASSESS)
                ? people
                : new Page<>(
                        people.items().stream().map(AffectedPerson::masked).toList(),
                        people.next());
    }

    private List<LegalClock> clocksOf(Incident incident) {
        var aware = incident.times().aware();
        return aware == null
                ? List.of()
                : law.duties().stream().map(rule -> LegalClock.started(rule, aware)).toList();
    }
}
