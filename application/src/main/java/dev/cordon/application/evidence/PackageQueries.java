package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.Permission;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which packages left or are about to, and for whom. */
@Queries
public class PackageQueries {

    /**
     * @param read how many of its contents were read so far
     * @param isDangerous whether content marked dangerous lies in it, unwrapped
     * @param isWhole whether nothing that it is made of was disposed of since
     */
    public record Shown(EvidencePackage made, int read, boolean isDangerous, boolean isWhole) {}

    private final Incidents incidents;
    private final EvidenceItems items;
    private final Packages packages;
    private final PackageWriter writer;
    private final Caller caller;

    PackageQueries(
            Incidents incidents,
            EvidenceItems items,
            Packages packages,
            PackageWriter writer,
            Caller caller) {
        this.incidents = incidents;
        this.items = items;
        this.packages = packages;
        this.writer = writer;
        this.caller = caller;
    }

    /** Those of an incident, the newest first. */
    @Requires(Permission.EVIDENCE_READ)
    public List<Shown> of(IncidentId incident) {
        var seen = incidents.get(incident, caller.scope()).id();
        var all = items.of(seen);
        var dangerous = ids(all, item -> item.intake().isDangerous());
        var gone = ids(all, item -> item.custody().isDisposedOf());
        return packages.of(seen).stream().map(made -> shown(made, dangerous, gone)).toList();
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

    private static Set<EvidenceId> ids(List<EvidenceItem> items, Predicate<EvidenceItem> which) {
        return items.stream().filter(which).map(EvidenceItem::id).collect(Collectors.toSet());
    }

    private Shown shown(EvidencePackage made, Set<EvidenceId> dangerous, Set<EvidenceId> gone) {
        return new Shown(
                made,
                made.phase() instanceof EvidencePackage.Phase.Asked
                        ? packages.crcs(made.id()).size()
                        : made.items().size(),
                !Collections.disjoint(made.items(), dangerous),
                Collections.disjoint(made.items(), gone));
    }
}
