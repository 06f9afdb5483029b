package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** Which packages left or are about to, and for whom. */
@Queries
public class PackageQueries {

    private final Incidents incidents;
    private final Packages packages;
    private final Caller caller;

    PackageQueries(Incidents incidents, Packages packages, Caller caller) {
        this.incidents = incidents;
        this.packages = packages;
        this.caller = caller;
    }

    /** Those of an incident, the newest first. */
    @Requires(Permission.EVIDENCE_READ)
    public List<EvidencePackage> of(IncidentId incident) {
        return packages.of(incidents.get(incident, caller.scope()).id());
    }

    @Requires(Permission.EVIDENCE_READ)
    public EvidencePackage one(PackageId id) {
        return packages.get(id, caller.scope());
    }
}
