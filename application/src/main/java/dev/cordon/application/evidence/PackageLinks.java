package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidencePackage;
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

    private final Packages packages;
    private final PackageWriter writer;
    private final EvidenceItems items;
    private final CustodyChains chains;

    PackageLinks(
            Packages packages, PackageWriter writer, EvidenceItems items, CustodyChains chains) {
        this.packages = packages;
        this.writer = writer;
        this.items = items;
        this.chains = chains;
    }

    /**
     * What is stated of a package that is about to leave, in the running transaction.
     *
     * @param verb what it cannot, were an item disposed of
     * @throws IllegalTransition if an item was disposed of
     */
    PackedCustody stated(EvidencePackage made, String verb) {
        requireThere(made, verb);
        return packages.recorded(made.id())
                .map(recorded -> writer.read(recorded.stated()))
                .orElseThrow(
                        () ->
                                new IllegalTransition(
                                        "package " + made.id(), "without what it states", verb));
    }

    /**
     * In the running transaction.
     *
     * @throws IllegalTransition if an item of it was disposed of
     */
    void requireThere(EvidencePackage made, String verb) {
        made.items().forEach(id -> requireThere(id, verb));
    }

    private void requireThere(EvidenceId id, String verb) {
        var item = items.get(id, StoreScope.ALL);
        if (item.custody().isDisposedOf()) {
            throw new IllegalTransition(item.label(), "disposed of", verb);
        }
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
                items(stated),
                last -> {
                    requireThere(last.evidence(), verb);
                    return next.apply(last);
                });
    }

    /**
     * For what left before, also if an item was disposed of since, and what was stated with it.
     *
     * @param next the link after the last one
     */
    void afterwards(EvidencePackage left, UnaryOperator<CustodyEntry> next) {
        var stated = packages.recorded(left.id()).map(of -> items(writer.read(of.stated())));
        append(stated.orElseGet(left::items), next);
    }

    /** In the same order whoever asks, so that no two wait for each other. */
    private void append(List<EvidenceId> items, UnaryOperator<CustodyEntry> next) {
        var links = new ArrayList<CustodyEntry>();
        items.stream()
                .sorted(Comparator.comparing(EvidenceId::value))
                .forEach(id -> links.add(next.apply(chains.lastForAppend(id))));
        chains.append(links);
    }

    private static List<EvidenceId> items(PackedCustody stated) {
        return stated.items().stream().map(PackedItem::id).toList();
    }
}
