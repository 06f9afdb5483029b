package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.people.PeopleDirectory;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Person;
import java.util.List;

/** What is held, and who held it; not the content itself. */
@Queries
public class EvidenceQueries {

    private final Incidents incidents;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final PeopleDirectory people;
    private final Caller caller;

    EvidenceQueries(
            Incidents incidents,
            EvidenceItems items,
            CustodyChains chains,
            PeopleDirectory people,
            Caller caller) {
        this.incidents = incidents;
        this.items = items;
        this.chains = chains;
        this.people = people;
        this.caller = caller;
    }

    @Requires(Permission.EVIDENCE_READ)
    public List<EvidenceItem> of(IncidentId incident) {
        return items.of(incidents.get(incident, caller.scope()).id());
    }

    @Requires(Permission.EVIDENCE_READ)
    public EvidenceItem item(EvidenceId id) {
        return items.get(id, caller.scope());
    }

    @Requires(Permission.EVIDENCE_READ)
    public List<CustodyEntry> custody(EvidenceId id) {
        return chains.of(items.get(id, caller.scope()).id());
    }

    /** To whom it can be handed over. */
    @Requires(Permission.EVIDENCE_COLLECT)
    public List<Person> whoMayHold(EvidenceId id) {
        var store = items.get(id, caller.scope()).store();
        return people.people().stream()
                .filter(person -> person.access().scope(Permission.EVIDENCE_COLLECT).covers(store))
                .toList();
    }
}
