package dev.cordon.infra.persistence.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceEvent.EvidenceCollected;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import java.time.Instant;
import org.springframework.boot.test.context.TestComponent;

/** Puts items and the links of their chains into the database, as Rita. */
@TestComponent
public final class StoredEvidence {

    private final EvidenceItems items;
    private final CustodyChains chains;
    private final Acting acting;

    StoredEvidence(EvidenceItems items, CustodyChains chains, Acting acting) {
        this.items = items;
        this.chains = chains;
        this.acting = acting;
    }

    public void collect(EvidenceItem item) {
        acting.as(
                RITA,
                "CollectEvidence",
                () -> {
                    items.save(
                            Transition.to(
                                    item,
                                    new EvidenceCollected(
                                            item.incident(),
                                            item.id(),
                                            item.label(),
                                            item.content(),
                                            NOON,
                                            RITA)));
                    chains.append(CustodyEntry.collected(item, "as found"));
                });
    }

    /** One link more. */
    public void view(EvidenceId item, Instant at) {
        acting.as(RITA, "ViewEvidence", () -> append(item, at));
    }

    /** The same within what is under way. */
    public void append(EvidenceId item, Instant at) {
        chains.append(chains.lastForAppend(item).next(Action.VIEWED, RITA, "look", at));
    }
}
