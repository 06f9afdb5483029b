package dev.cordon.infra.pack;

import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackedLink;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Links of a chain changed, dropped, put in and reordered. */
final class TamperedChains {

    private static final Salt OTHER = new Salt("00112233445566778899aabbccddeeff");

    private TamperedChains() {}

    static Stream<Row> rows() {
        return Stream.of(
                TamperCorpus.hidden(
                        "change a purpose",
                        What.LINK_ALTERED,
                        "EV-0001/2",
                        t -> links(t, list -> list.set(1, purpose(list.get(1))))),
                TamperCorpus.hidden(
                        "change the salt of a purpose",
                        What.LINK_ALTERED,
                        "EV-0001/2",
                        t -> links(t, list -> list.set(1, salted(list.get(1), OTHER)))),
                TamperCorpus.hidden(
                        "take the salt of a purpose away",
                        What.LINK_ALTERED,
                        "EV-0001/2",
                        t -> links(t, list -> list.set(1, salted(list.get(1), null)))),
                TamperCorpus.hidden(
                        "salt a purpose that was hashed itself",
                        What.LINK_ALTERED,
                        "EV-0001/3",
                        t -> links(t, list -> list.set(2, salted(list.get(2), OTHER)))),
                TamperCorpus.hidden(
                        "change a purpose and all hashes after it",
                        What.LINK_NOT_IN_LEDGER,
                        "EV-0001/2",
                        t ->
                                links(
                                        t,
                                        list -> {
                                            list.set(1, purpose(list.get(1)));
                                            chain(list);
                                        })),
                TamperCorpus.hidden(
                        "drop a link",
                        What.LINK_MISSING,
                        "EV-0001/2",
                        t -> links(t, list -> list.remove(1))),
                TamperCorpus.hidden(
                        "drop a link and all that shows it",
                        What.LINK_NOT_IN_LEDGER,
                        "EV-0001/2",
                        t ->
                                links(
                                        t,
                                        list -> {
                                            list.remove(1);
                                            chain(list);
                                        })),
                TamperCorpus.hidden(
                        "double a link",
                        What.LINK_TWICE,
                        "EV-0001/3",
                        t -> links(t, list -> list.add(2, list.get(1)))),
                TamperCorpus.hidden(
                        "put a link in",
                        What.LINK_NOT_IN_LEDGER,
                        "EV-0001/3",
                        t ->
                                links(
                                        t,
                                        list -> {
                                            list.add(2, list.get(1));
                                            chain(list);
                                        })),
                TamperCorpus.hidden(
                        "reorder links",
                        What.LINK_OUT_OF_ORDER,
                        "EV-0001/2",
                        t -> links(t, list -> Collections.swap(list, 1, 2))),
                TamperCorpus.hidden(
                        "cut off a chain's tail",
                        What.CHAIN_CUT_OFF,
                        "EV-0001",
                        t -> links(t, list -> list.subList(2, list.size()).clear())),
                TamperCorpus.hidden(
                        "empty a chain",
                        What.LINK_MISSING,
                        "EV-0001/1",
                        t -> links(t, List::clear)));
    }

    private static void links(Tampering tampering, Consumer<List<PackedLink>> change) {
        tampering.custody(
                custody ->
                        TamperedCustody.items(
                                custody,
                                list -> {
                                    var item = list.getFirst();
                                    var links = new ArrayList<>(item.links());
                                    change.accept(links);
                                    list.set(0, MadePackage.withLinks(item, links));
                                }));
    }

    private static PackedLink salted(PackedLink link, @Nullable Salt salt) {
        return new PackedLink(
                link.seq(),
                link.action(),
                link.by(),
                link.purpose(),
                salt,
                link.counterpart(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                link.hash());
    }

    private static PackedLink purpose(PackedLink link) {
        return new PackedLink(
                link.seq(),
                link.action(),
                link.by(),
                "nothing special",
                link.salt(),
                link.counterpart(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                link.hash());
    }

    /** Numbers and hashes the whole chain anew. */
    private static void chain(List<PackedLink> links) {
        var item = TamperCorpus.made().custody.items().getFirst().id().toString();
        var previous = links.getFirst().previous();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var moved =
                    new PackedLink(
                            i + 1L,
                            link.action(),
                            link.by(),
                            link.purpose(),
                            link.salt(),
                            link.counterpart(),
                            link.at(),
                            link.content(),
                            link.facts(),
                            previous,
                            link.hash());
            previous = moved.computed(item);
            links.set(i, MadePackage.withHash(moved, previous));
        }
    }
}
