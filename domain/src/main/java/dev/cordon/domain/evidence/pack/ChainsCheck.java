package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.kernel.Sha256;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Holds each item against its content, and its chain of custody against itself. */
final class ChainsCheck {

    private final PackedCustody custody;
    private final Bag bag;
    private final Findings findings;
    private final Map<Sha256, String> labels = new HashMap<>();

    ChainsCheck(PackedCustody custody, Bag bag, Findings findings) {
        this.custody = custody;
        this.bag = bag;
        this.findings = findings;
        custody.items().forEach(item -> labels.putIfAbsent(item.content(), item.label()));
    }

    void check() {
        var seen = new HashSet<String>();
        var paths = new HashSet<String>();
        for (var item : custody.items()) {
            if (!seen.add(item.label()) || !paths.add(item.path())) {
                findings.add(What.ITEM_TWICE, item.label());
            }
            content(item);
            facts(item);
            chain(item);
        }
        for (var bound : custody.files()) {
            bound(bound);
            paths.add(bound.path());
        }
        added(paths);
    }

    private void content(PackedItem item) {
        var found = bag.digest(item.path()).orElse(null);
        if (found == null) {
            findings.add(What.FILE_MISSING, item.path());
            return;
        }
        if (found.equals(item.content())) {
            return;
        }
        var other = labels.get(found);
        findings.add(
                other == null
                        ? Finding.differs(
                                What.CONTENT_DIFFERS,
                                item.path(),
                                item.content().hex(),
                                found.hex())
                        : Finding.differs(What.CONTENT_SWAPPED, item.path(), item.label(), other));
    }

    /** Only the first link has the facts; one from before they were hashed has none. */
    private void facts(PackedItem item) {
        if (item.links().isEmpty()) {
            return;
        }
        var recorded = item.links().getFirst().facts();
        var stated = item.facts(custody.head());
        if (recorded != null && !recorded.equals(stated)) {
            findings.add(
                    Finding.differs(What.FACTS_DIFFER, item.label(), recorded.hex(), stated.hex()));
        }
    }

    /** Stops at the first broken link: what follows it does not hold either. */
    private void chain(PackedItem item) {
        var previous = CustodyEntry.GENESIS;
        var time = item.acquired().at();
        long seq = 1;
        for (var link : item.links()) {
            var name = item.link(seq);
            if (link.seq() != seq) {
                findings.add(place(item, link.seq(), seq), name);
                return;
            }
            if (!link.hash().equals(link.computed(item.id().toString()))) {
                findings.add(What.LINK_ALTERED, name);
                return;
            }
            if (!link.previous().equals(previous)) {
                findings.add(What.LINK_NOT_LINKED, name);
                return;
            }
            if (!link.content().equals(item.content())) {
                findings.add(What.LINK_OF_OTHER_CONTENT, name);
                return;
            }
            if (link.at().isBefore(time)) {
                findings.add(What.LINK_OUT_OF_TIME_ORDER, name);
                return;
            }
            previous = link.hash();
            time = link.at();
            seq++;
        }
        end(item);
    }

    private static What place(PackedItem item, long found, long expected) {
        if (found < expected) {
            return What.LINK_TWICE;
        }
        boolean later = item.links().stream().anyMatch(link -> link.seq() == expected);
        return later ? What.LINK_OUT_OF_ORDER : What.LINK_MISSING;
    }

    private void end(PackedItem item) {
        if (item.links().isEmpty()) {
            findings.add(What.LINK_MISSING, item.link(1));
            return;
        }
        var last = item.links().getLast();
        if (!last.isExport(custody.head())) {
            findings.add(
                    Finding.differs(
                            What.CHAIN_CUT_OFF,
                            item.label(),
                            PackedCustody.EXPORTED,
                            last.action()));
        }
    }

    private void bound(PackedCustody.Bound bound) {
        var found = bag.digest(bound.path()).orElse(null);
        if (found == null) {
            findings.add(What.FILE_MISSING, bound.path());
        } else if (!found.equals(bound.digest())) {
            findings.add(
                    Finding.differs(
                            What.FILE_REPLACED, bound.path(), bound.digest().hex(), found.hex()));
        }
    }

    private void added(Set<String> stated) {
        for (var name : bag.entries().keySet()) {
            if (!stated.contains(name) && !PackageCheck.FIXED.contains(name)) {
                findings.add(What.FILE_ADDED, name);
            }
        }
    }
}
