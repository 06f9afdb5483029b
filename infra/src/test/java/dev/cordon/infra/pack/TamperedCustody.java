package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.infra.pack.TamperCorpus.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What is stated of the items and of the package, changed. */
final class TamperedCustody {

    private TamperedCustody() {}

    static Stream<Row> rows() {
        return Stream.of(
                TamperCorpus.hidden(
                        "swap the labels of two items",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t -> t.text("custody.json", TamperedCustody::swapTitles)),
                TamperCorpus.hidden(
                        "drop an item with all that is its",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        TamperedCustody::dropItem),
                TamperCorpus.hidden(
                        "double an item",
                        What.ITEM_TWICE,
                        "EV-0002",
                        t -> t.custody(c -> items(c, list -> list.add(list.get(1))))),
                TamperCorpus.hidden(
                        "change a title",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t -> t.text("custody.json", s -> s.replace("An empty file", "A proof"))),
                TamperCorpus.hidden(
                        "change the recipient",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t ->
                                t.text(
                                        "custody.json",
                                        s ->
                                                s.replace(
                                                        "\"recipient\" : \"Court of Hamburg\"",
                                                        "\"recipient\" : \"Me\""))),
                TamperCorpus.files(
                        "flip a byte of what is stated",
                        What.FILE_ALTERED,
                        "custody.json",
                        t -> t.flip("custody.json", 30)),
                TamperCorpus.hidden(
                        "write something else instead",
                        What.CUSTODY_MALFORMED,
                        "custody.json",
                        t -> t.files.put("custody.json", "{}".getBytes(UTF_8))),
                TamperCorpus.hidden(
                        "drop what is stated",
                        What.FILE_MISSING,
                        "custody.json",
                        t -> t.files.remove("custody.json")));
    }

    private static String swapTitles(String text) {
        return text.replace("Log lines behind the alert", "§")
                .replace("An empty file", "Log lines behind the alert")
                .replace("§", "An empty file");
    }

    private static void dropItem(Tampering tampering) {
        tampering.custody(custody -> items(custody, list -> list.remove(1)));
        tampering.files.remove(MadePackage.PAGE);
        tampering.proofs(
                p ->
                        new PackedProofs(
                                p.size(),
                                p.custody(),
                                p.links().stream()
                                        .filter(link -> !link.item().equals("EV-0002"))
                                        .toList(),
                                p.stamps()));
    }

    static PackedCustody items(PackedCustody custody, Consumer<List<PackedItem>> change) {
        var items = new ArrayList<>(custody.items());
        change.accept(items);
        return new PackedCustody(custody.head(), items, custody.files());
    }
}
