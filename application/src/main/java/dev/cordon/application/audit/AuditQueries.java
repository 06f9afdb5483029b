package dev.cordon.application.audit;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;

/** Who changed what, when and why. */
@Queries
public class AuditQueries {

    private final RevisionLog revisions;
    private final Incidents incidents;
    private final Caller caller;

    AuditQueries(RevisionLog revisions, Incidents incidents, Caller caller) {
        this.revisions = revisions;
        this.incidents = incidents;
        this.caller = caller;
    }

    /** Everything, for those whose reading is not limited to some stores. */
    @Requires(Permission.AUDIT_READ)
    public Page<Revision> list(RevisionLog.Filter filter, Page.Request page) {
        if (!caller.scope().equals(StoreScope.ALL)) {
            throw new NotFound("the history of all stores");
        }
        return revisions.list(filter, page);
    }

    /** The history of one incident's own record. */
    @Requires(Permission.INCIDENT_READ)
    public Page<Revision> ofIncident(IncidentId id, Page.Request page) {
        incidents.get(id, caller.scope());
        return revisions.list(new RevisionLog.Filter(null, null, id.toString(), null, null), page);
    }
}
