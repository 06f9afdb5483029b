package dev.cordon.domain.evidence;

import dev.cordon.domain.evidence.EvidenceEvent.CustodyChanged;
import dev.cordon.domain.kernel.Transition;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** An item and its chain, as one step after the other makes them. */
final class Held {

    EvidenceItem item;
    final List<CustodyEntry> links = new ArrayList<>();

    Held(EvidenceItem item) {
        this.item = item;
        links.add(CustodyEntry.collected(item, "as found"));
    }

    void then(Function<EvidenceItem, Transition<EvidenceItem>> step) {
        var change = step.apply(item);
        item = change.state();
        for (var event : change.events()) {
            if (event instanceof CustodyChanged changed) {
                links.add(changed.link(links.getLast()));
            }
        }
    }

    CustodyChain chain() {
        return new CustodyChain(item, links);
    }
}
