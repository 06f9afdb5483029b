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

    /**
     * @param read how many of its contents were read so far
     */
    public record Shown(EvidencePackage made, int read) {}

    private final Incidents incidents;
    private final Packages packages;
    private final PackageWriter writer;
    private final Caller caller;

    PackageQueries(Incidents incidents, Packages packages, PackageWriter writer, Caller caller) {
        this.incidents = incidents;
        this.packages = packages;
        this.writer = writer;
        this.caller = caller;
    }

    /** Those of an incident, the newest first. */
    @Requires(Permission.EVIDENCE_READ)
    public List<Shown> of(IncidentId incident) {
        return packages.of(incidents.get(incident, caller.scope()).id()).stream()
                .map(this::shown)
                .toList();
    }

    @Requires(Permission.EVIDENCE_READ)
    public EvidencePackage one(PackageId id) {
        return packages.get(id, caller.scope());
    }

    /** What whoever gets a package checks it with, to be handed over apart from it. */
    @Requires(Permission.EVIDENCE_READ)
    public byte[] verifier() {
        return writer.verifier();
    }

    private Shown shown(EvidencePackage made) {
        return new Shown(
                made,
                made.phase() instanceof EvidencePackage.Phase.Asked
                        ? packages.crcs(made.id()).size()
                        : made.items().size());
    }
}
