package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreScope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Adds a link to the chain of each item in a package, in the running transaction: all of them, or
 * none. What is stated of the package counts and stands in the ledger, whatever rows say.
 */
@Supporting
class PackageLinks {

    private final EvidenceItems items;
    private final CustodyChains chains;

    PackageLinks(EvidenceItems items, CustodyChains chains) {
        this.items = items;
        this.chains = chains;
    }

    /**
     * For what leaves now.
     *
     * @param verb what it cannot, were an item disposed of
     * @param next the link after the last one
     * @throws IllegalTransition if an item was disposed of
     */
    void leaving(PackedCustody stated, String verb, UnaryOperator<CustodyEntry> next) {
        append(
                stated,
                last -> {
                    var item = items.get(last.evidence(), StoreScope.ALL);
                    if (item.custody().isDisposedOf()) {
                        throw new IllegalTransition(item.label(), "disposed of", verb);
                    }
                    return next.apply(last);
                });
    }

    /**
     * For what left before, also if an item was disposed of since.
     *
     * @param next the link after the last one
     */
    void append(PackedCustody stated, UnaryOperator<CustodyEntry> next) {
        var links = new ArrayList<CustodyEntry>();
        inOrder(stated).forEach(id -> links.add(next.apply(chains.lastForAppend(id))));
        chains.append(links);
    }

    /** The same whoever asks, so that no two wait for each other. */
    private static List<EvidenceId> inOrder(PackedCustody stated) {
        return stated.items().stream()
                .map(PackedItem::id)
                .sorted(Comparator.comparing(EvidenceId::value))
                .toList();
    }
}
