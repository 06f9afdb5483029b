package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.pack.Finding.What;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedLink;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.kernel.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** What somebody may do to a package without the key, and how it has to be named. */
public final class TamperCorpus {

    private static final MadePackage MADE = new MadePackage(new LedgerInHand());

    /**
     * @param verdict {@code broken}, {@code unreadable} or {@code signer-unknown}
     * @param what the finding; empty for a package whose signer is unknown
     * @param where which file or link it names
     */
    public record Row(String change, byte[] file, String verdict, String what, String where) {
        @Override
        public String toString() {
            return change;
        }
    }

    private TamperCorpus() {}

    public static byte[] untouched() {
        return MADE.bytes;
    }

    public static String fingerprint() {
        return MADE.ledger.fingerprint();
    }

    static MadePackage made() {
        return MADE;
    }

    public static Stream<Row> rows() {
        return Stream.concat(ofFiles(), TamperedFacts.rows());
    }

    private static Stream<Row> ofFiles() {
        var log = MadePackage.LOG;
        var page = MadePackage.PAGE;
        return Stream.of(
                files("flip a byte of a content", What.FILE_ALTERED, log, t -> t.flip(log, 9)),
                hidden(
                        "flip a byte and hash again",
                        What.CONTENT_DIFFERS,
                        log,
                        t -> t.flip(log, 9)),
                files("drop a content", What.FILE_MISSING, log, t -> t.files.remove(log)),
                hidden("drop it and hash again", What.FILE_MISSING, log, t -> t.files.remove(log)),
                files(
                        "insert a file",
                        What.FILE_NOT_LISTED,
                        "data/EV-0004/x",
                        t -> t.files.put("data/EV-0004/x", new byte[3])),
                hidden(
                        "insert a file and hash again",
                        What.FILE_ADDED,
                        "data/EV-0004/x",
                        t -> t.files.put("data/EV-0004/x", new byte[3])),
                files("swap two contents", What.FILE_ALTERED, page, t -> t.swap(log, page)),
                hidden(
                        "swap two contents and hash again",
                        What.CONTENT_SWAPPED,
                        log,
                        t -> t.swap(log, page)),
                hidden(
                        "swap the labels of two items",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t -> t.text("custody.json", TamperCorpus::swapTitles)),
                hidden(
                        "drop an item with all that is its",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        TamperCorpus::dropItem),
                hidden(
                        "double an item",
                        What.ITEM_TWICE,
                        "EV-0002",
                        t -> t.custody(c -> items(c, list -> list.add(list.get(1))))),
                hidden(
                        "change a title",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t -> t.text("custody.json", s -> s.replace("An empty file", "A proof"))),
                hidden(
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
                files(
                        "flip a byte of what is stated",
                        What.FILE_ALTERED,
                        "custody.json",
                        t -> t.flip("custody.json", 30)),
                hidden(
                        "write something else instead",
                        What.CUSTODY_MALFORMED,
                        "custody.json",
                        t -> t.files.put("custody.json", "{}".getBytes(UTF_8))),
                hidden(
                        "drop what is stated",
                        What.FILE_MISSING,
                        "custody.json",
                        t -> t.files.remove("custody.json")),
                hidden(
                        "change a purpose",
                        What.LINK_ALTERED,
                        "EV-0001/2",
                        t -> links(t, list -> list.set(1, purpose(list.get(1))))),
                hidden(
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
                hidden(
                        "drop a link",
                        What.LINK_MISSING,
                        "EV-0001/2",
                        t -> links(t, list -> list.remove(1))),
                hidden(
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
                hidden(
                        "double a link",
                        What.LINK_TWICE,
                        "EV-0001/3",
                        t -> links(t, list -> list.add(2, list.get(1)))),
                hidden(
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
                hidden(
                        "reorder links",
                        What.LINK_OUT_OF_ORDER,
                        "EV-0001/2",
                        t -> links(t, list -> Collections.swap(list, 1, 2))),
                hidden(
                        "cut off a chain's tail",
                        What.CHAIN_CUT_OFF,
                        "EV-0001",
                        t -> links(t, list -> list.subList(2, list.size()).clear())),
                hidden("empty a chain", What.LINK_MISSING, "EV-0001/1", t -> links(t, List::clear)),
                hidden(
                        "drop a proof",
                        What.PROOF_MISSING,
                        "EV-0001/1",
                        t ->
                                t.proofs(
                                        p ->
                                                new PackedProofs(
                                                        p.size(),
                                                        p.custody(),
                                                        p.links().subList(1, p.links().size()),
                                                        p.stamps()))),
                hidden(
                        "swap two proofs",
                        What.LINK_NOT_IN_LEDGER,
                        "EV-0001/1",
                        t -> t.proofs(TamperCorpus::swapProofs)),
                hidden(
                        "change a proof",
                        What.CUSTODY_NOT_IN_LEDGER,
                        "custody.json",
                        t ->
                                t.proofs(
                                        p ->
                                                new PackedProofs(
                                                        p.size(),
                                                        new PackedProofs.InTree(
                                                                p.custody().leaf(),
                                                                p.custody().position(),
                                                                p.custody().path().reversed()),
                                                        p.links(),
                                                        p.stamps()))),
                hidden(
                        "drop all proofs",
                        What.FILE_MISSING,
                        "proofs.json",
                        t -> t.files.remove("proofs.json")),
                hidden(
                        "roll back to an older checkpoint",
                        What.CHECKPOINT_ROLLED_BACK,
                        "ledger/checkpoint",
                        t ->
                                checkpoint(
                                        t,
                                        MADE.ledger
                                                .sign(12, MadePackage.NOON.plusSeconds(500))
                                                .note())),
                hidden(
                        "roll back with the proofs' size",
                        What.CHECKPOINT_ROLLED_BACK,
                        "ledger/checkpoint",
                        t -> {
                            checkpoint(
                                    t,
                                    MADE.ledger.sign(12, MadePackage.NOON.plusSeconds(500)).note());
                            t.proofs(p -> new PackedProofs(12, p.custody(), p.links(), p.stamps()));
                        }),
                hidden(
                        "change a checkpoint's root",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t -> t.text("ledger/checkpoint", TamperCorpus::otherRoot)),
                hidden(
                        "change a checkpoint's time",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t -> t.text("ledger/checkpoint", s -> s.replace("time 2026", "time 2025"))),
                hidden(
                        "sign a checkpoint with another key",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t ->
                                checkpoint(
                                        t,
                                        new MadePackage(new LedgerInHand(), MADE.authority)
                                                .ledger
                                                .sign(MadePackage.NOON)
                                                .note())),
                hidden(
                        "put another key in",
                        What.CHECKPOINT_FORGED,
                        "ledger/checkpoint",
                        t ->
                                t.files.put(
                                        "ledger/key",
                                        (new LedgerInHand().verifier() + "\n").getBytes(UTF_8))),
                hidden(
                        "spoil the key",
                        What.KEY_MALFORMED,
                        "ledger/key",
                        t -> t.flip("ledger/key", 20)),
                hidden(
                        "spoil the checkpoint",
                        What.CHECKPOINT_MALFORMED,
                        "ledger/checkpoint",
                        t -> t.text("ledger/checkpoint", s -> s.replace("time ", "tide "))),
                hidden(
                        "replace the report",
                        What.FILE_REPLACED,
                        "report.pdf",
                        t -> t.files.put("report.pdf", "%PDF-1.7 all was well".getBytes(UTF_8))),
                hidden(
                        "replace the verifier",
                        What.FILE_REPLACED,
                        "verify.html",
                        t -> t.files.put("verify.html", "always intact".getBytes(UTF_8))),
                hidden(
                        "change what the bag says of itself",
                        What.FILE_REPLACED,
                        "bag-info.txt",
                        t -> t.flip("bag-info.txt", 3)),
                hidden(
                        "change the declaration",
                        What.FILE_ALTERED,
                        "bagit.txt",
                        t -> t.text("bagit.txt", s -> s.replace("1.0", "0.97"))),
                files(
                        "spoil a manifest",
                        What.MANIFEST_MALFORMED,
                        "tagmanifest-sha256.txt",
                        t ->
                                t.text(
                                        "tagmanifest-sha256.txt",
                                        s -> s.replace("  report", " report"))),
                hidden(
                        "edit a time-stamp",
                        What.FILE_REPLACED,
                        MadePackage.TOKEN,
                        t -> t.flip(MadePackage.TOKEN, t.files.get(MadePackage.TOKEN).length - 9)),
                hidden(
                        "drop the time-stamps",
                        What.FILE_MISSING,
                        MadePackage.TOKEN,
                        t -> {
                            t.files.remove(MadePackage.TOKEN);
                            t.files.remove(MadePackage.STAMPED);
                        }),
                raw(
                        "reorder the files",
                        What.FILE_OUT_OF_ORDER,
                        "README.txt",
                        t -> {
                            var names = new ArrayList<>(t.files.keySet());
                            Collections.swap(names, 0, 1);
                            return t.zip(names);
                        }),
                raw(
                        "put a file in twice",
                        What.NAME_TWICE,
                        "report.pdf",
                        t -> {
                            var names = new ArrayList<>(t.files.keySet());
                            names.add(names.indexOf("report.pdf"), "report.pdf");
                            return t.zip(names);
                        }),
                refused(
                        "lead outside",
                        What.NAME_REFUSED,
                        "../../etc/cron.d/x",
                        t -> {
                            t.files.put("../../etc/cron.d/x", new byte[1]);
                            return t.zip();
                        }),
                raw(
                        "lead outside on Windows",
                        What.NAME_REFUSED,
                        "data\\x",
                        t -> {
                            t.files.put("data\\x", new byte[1]);
                            return t.zip();
                        }),
                refused(
                        "an absolute name",
                        What.NAME_REFUSED,
                        "/etc/passwd",
                        t -> {
                            t.files.put("/etc/passwd", new byte[1]);
                            return t.zip();
                        }),
                refused(
                        "bytes before everything",
                        What.BREAKS_OFF,
                        "package",
                        t -> joined("#!/bin/sh\n".getBytes(UTF_8), t.zip())),
                raw(
                        "bytes after everything",
                        What.STRAY_BYTES,
                        "package",
                        t -> joined(t.zip(), "more".getBytes(UTF_8))),
                raw(
                        "another name before the file than in the directory",
                        What.HEADER_ALTERED,
                        "report.pdf",
                        t -> replaceFirst(t.zip(), "report.pdf", "report.exe")),
                raw(
                        "a packed file",
                        What.ENTRY_REFUSED,
                        "report.pdf",
                        t -> inDirectory(t.zip(), "report.pdf", -36, (byte) 8)),
                raw(
                        "a link of a file system",
                        What.ENTRY_REFUSED,
                        "report.pdf",
                        t -> inDirectory(t.zip(), "report.pdf", -5, (byte) 0xa1)),
                unreadable(
                        "cut off the end",
                        What.BREAKS_OFF,
                        Arrays.copyOf(MADE.bytes, MADE.bytes.length - 30)),
                unreadable(
                        "keep the first half",
                        What.BREAKS_OFF,
                        Arrays.copyOf(MADE.bytes, MADE.bytes.length / 2)),
                unreadable(
                        "another file altogether",
                        What.NOT_A_PACKAGE,
                        "%PDF-1.7 no package".getBytes(UTF_8)),
                unreadable("nothing", What.NOT_A_PACKAGE, new byte[0]),
                new Row(
                        "sign everything again with another key",
                        new MadePackage(new LedgerInHand(), MADE.authority).bytes,
                        "signer-unknown",
                        "",
                        ""));
    }

    private static Row files(String change, What what, String where, Consumer<Tampering> by) {
        return raw(
                change,
                what,
                where,
                tampering -> {
                    by.accept(tampering);
                    return tampering.zip();
                });
    }

    static Row hidden(String change, What what, String where, Consumer<Tampering> by) {
        return raw(
                change,
                what,
                where,
                tampering -> {
                    by.accept(tampering);
                    return tampering.rehash().zip();
                });
    }

    private static Row raw(String change, What what, String where, Function<Tampering, byte[]> by) {
        return new Row(change, by.apply(new Tampering(MADE.bytes)), "broken", what.name(), where);
    }

    /** What is not even looked into. */
    private static Row refused(
            String change, What what, String where, Function<Tampering, byte[]> by) {
        var file = by.apply(new Tampering(MADE.bytes));
        return new Row(change, file, "unreadable", what.name(), where);
    }

    private static Row unreadable(String change, What what, byte[] file) {
        return new Row(change, file, "unreadable", what.name(), "package");
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

    private static PackedCustody items(PackedCustody custody, Consumer<List<PackedItem>> change) {
        var items = new ArrayList<>(custody.items());
        change.accept(items);
        return new PackedCustody(custody.head(), items, custody.files());
    }

    private static void links(Tampering tampering, Consumer<List<PackedLink>> change) {
        tampering.custody(
                custody ->
                        items(
                                custody,
                                list -> {
                                    var item = list.getFirst();
                                    var links = new ArrayList<>(item.links());
                                    change.accept(links);
                                    list.set(0, MadePackage.withLinks(item, links));
                                }));
    }

    private static PackedLink purpose(PackedLink link) {
        return new PackedLink(
                link.seq(),
                link.action(),
                link.by(),
                "nothing special",
                link.counterpart(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                link.hash());
    }

    /** Numbers and hashes the whole chain anew. */
    private static void chain(List<PackedLink> links) {
        var item = MADE.custody.items().getFirst().id().toString();
        var previous = links.getFirst().previous();
        for (int i = 0; i < links.size(); i++) {
            var link = links.get(i);
            var moved =
                    new PackedLink(
                            i + 1L,
                            link.action(),
                            link.by(),
                            link.purpose(),
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

    private static PackedProofs swapProofs(PackedProofs proofs) {
        var links = new ArrayList<>(proofs.links());
        var first = links.get(0);
        var second = links.get(1);
        links.set(0, new PackedProofs.OfLink(first.item(), first.seq(), second.proof()));
        links.set(1, new PackedProofs.OfLink(second.item(), second.seq(), first.proof()));
        return new PackedProofs(proofs.size(), proofs.custody(), links, proofs.stamps());
    }

    private static void checkpoint(Tampering tampering, String note) {
        tampering.files.put("ledger/checkpoint", note.getBytes(UTF_8));
    }

    private static String otherRoot(String note) {
        var lines = note.split("\n", -1);
        lines[2] = java.util.Base64.getEncoder().encodeToString(Sha256.of(new byte[1]).bytes());
        return String.join("\n", lines);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] replaceFirst(byte[] zip, String from, String to) {
        var bytes = zip.clone();
        var found = indexOf(bytes, ("\0" + from + "%PDF").getBytes(UTF_8)) + 1;
        System.arraycopy(to.getBytes(UTF_8), 0, bytes, found, to.length());
        return bytes;
    }

    /** Changes a byte before a name's last occurrence, which is that in the directory. */
    private static byte[] inDirectory(byte[] zip, String name, int before, byte value) {
        var bytes = zip.clone();
        var sought = name.getBytes(UTF_8);
        int at = bytes.length - sought.length;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + sought.length), sought)) {
            at--;
        }
        bytes[at + before] = value;
        return bytes;
    }

    private static int indexOf(byte[] bytes, byte[] sought) {
        int at = 0;
        while (!Arrays.equals(Arrays.copyOfRange(bytes, at, at + sought.length), sought)) {
            at++;
        }
        return at;
    }
}
