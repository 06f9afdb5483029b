package dev.cordon.application.incident;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.incident.TimelineEntry;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;

/** Incidents and their timelines, for those who may read them. */
@Queries
public class IncidentQueries {

    private final Incidents incidents;
    private final Timeline timeline;
    private final Caller caller;

    IncidentQueries(Incidents incidents, Timeline timeline, Caller caller) {
        this.incidents = incidents;
        this.timeline = timeline;
        this.caller = caller;
    }

    @Requires(Permission.INCIDENT_READ)
    public Incident incident(IncidentId id) {
        return incidents.get(id, caller.scope());
    }

    @Requires(Permission.INCIDENT_READ)
    public Incident byReference(Reference reference) {
        return incidents
                .findByReference(reference, caller.scope())
                .orElseThrow(() -> new NotFound("incident " + reference));
    }

    @Requires(Permission.INCIDENT_READ)
    public Page<Incident> list(Incidents.Filter filter, Page.Request page) {
        return incidents.list(filter, caller.scope(), page);
    }

    @Requires(Permission.INCIDENT_READ)
    public int count(Incidents.Filter filter) {
        return incidents.count(filter, caller.scope());
    }

    @Requires(Permission.INCIDENT_READ)
    public Page<TimelineEntry> timeline(IncidentId id, Page.Request page) {
        return timeline.of(incidents.get(id, caller.scope()).id(), page);
    }

    @Requires(Permission.INCIDENT_READ)
    public int timelineCount(IncidentId id) {
        return timeline.count(incidents.get(id, caller.scope()).id());
    }
}
