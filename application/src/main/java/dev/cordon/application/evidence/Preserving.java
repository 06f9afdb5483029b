package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.intake.Manifest;
import dev.cordon.domain.evidence.preservation.Holding;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreScope;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Gathers what an incident holds and what was waived. */
@Supporting
class Preserving {

    private final Incidents incidents;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final Waivers waivers;
    private final ItemCheck check;
    private final Manifests manifests;
    private final UnitOfWork work;

    Preserving(
            Incidents incidents,
            EvidenceItems items,
            CustodyChains chains,
            Waivers waivers,
            ItemCheck check,
            Manifests manifests,
            UnitOfWork work) {
        this.incidents = incidents;
        this.items = items;
        this.chains = chains;
        this.waivers = waivers;
        this.check = check;
        this.manifests = manifests;
        this.work = work;
    }

    Incident incident(IncidentId id, StoreScope scope) {
        return work.commit(() -> incidents.get(id, scope));
    }

    /** The items that say what they hold; each hashed anew, and left out if it is not intact. */
    List<Holding> held(Incident incident) throws IOException {
        var holdings = new ArrayList<Holding>();
        for (var custody : work.commit(() -> chainsOf(incident.id()))) {
            var item = custody.item();
            if (check.check(custody).verdict() instanceof Verdict.Intact) {
                holdings.add(new Holding(item, manifest(item)));
            }
        }
        return holdings;
    }

    private List<CustodyChain> chainsOf(IncidentId incident) {
        return items.of(incident).stream()
                .filter(item -> !item.acquisition().covers().isUnknown())
                .filter(item -> !item.custody().isDisposedOf())
                .map(item -> new CustodyChain(item, chains.of(item.id())))
                .toList();
    }

    private @org.jspecify.annotations.Nullable Manifest manifest(EvidenceItem item)
            throws IOException {
        var bytes = manifests.bytes(item);
        return bytes.isEmpty() ? null : Manifest.parse(bytes.get());
    }

    List<Waiver> waived(Incident incident) {
        return work.commit(() -> waivers.of(incident.id()));
    }
}
