package dev.cordon.infra.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.domain.evidence.CardSearch;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.Salt;
import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedCustody.Bound;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.pack.PackedLink;
import dev.cordon.domain.evidence.pack.PackedProofs;
import dev.cordon.domain.evidence.pack.PackedProofs.OfLink;
import dev.cordon.domain.evidence.pack.PackedProofs.Stamped;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A package of three items, made as the program makes them, over a ledger of the tests' own. The
 * first has a chain of four links; a stamped checkpoint covers its first two. The first two items,
 * and the links for a purpose of four words or more, are hashed with salts, the others as before
 * there were any.
 */
final class MadePackage {

    static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    static final StoreId STORE = new StoreId(new UUID(0, 7));
    static final String STAMPED = "timestamps/0000000005.checkpoint";
    static final String TOKEN = "timestamps/0000000005.tsr";
    static final String LOG = "data/EV-0001/access.log";
    static final String PAGE = "data/EV-0002/page.html";
    static final String EMPTY = "data/EV-0003/empty.txt";

    private static final Salt SALT = new Salt("8f3a1c5e7d9b2046f1e2d3c4b5a69788");

    private static final PackedCustody.Head HEAD =
            new PackedCustody.Head(
                    new UUID(0, 77),
                    "INC-2026-0001",
                    new IncidentId(new UUID(0, 20)),
                    STORE,
                    "Fjord Shop",
                    "person:rita",
                    NOON.plusSeconds(600),
                    "trial",
                    "Court of Hamburg");

    final LedgerInHand ledger;
    final TestAuthority authority;
    private final Map<String, byte[]> contents = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Long> positions = new ArrayList<>();
    private final String stampedNote;
    private final byte[] token;
    private long next = 100;

    MadePackage(LedgerInHand ledger) {
        this(ledger, authority());
    }

    private static TestAuthority authority() {
        try {
            return new TestAuthority("Test Authority");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    final PackedCustody custody;
    final PackedProofs proofs;
    final byte[] bytes;

    MadePackage(LedgerInHand ledger, TestAuthority authority) {
        this.ledger = ledger;
        this.authority = authority;
        ledger.addOthers(3);
        contents.put(LOG, "198.51.100.20 - - POST /my-account/\n".repeat(50).getBytes(UTF_8));
        contents.put(PAGE, "<script>alert('from the attacker')</script>".getBytes(UTF_8));
        contents.put(EMPTY, new byte[0]);
        var first = log();
        var second = plain(2, "The page «as it was» ☂", PAGE);
        var third = plain(3, "An empty file", EMPTY);
        var log = new ArrayList<PackedLink>();
        extend(first, log, "COLLECTED", "as found", null, 0);
        extend(first, log, "VIEWED", "to see what they tried", null, 60);
        stampedNote = ledger.sign(NOON.plusSeconds(61)).note();
        try {
            token = authority.stamp(stampedNote.getBytes(UTF_8), NOON.plusSeconds(62));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        extend(first, log, "HANDED_OVER", "night shift", "person:carl", 120);
        ledger.addOthers(4);
        var page = new ArrayList<PackedLink>();
        extend(second, page, "COLLECTED", "what was changed", null, 130);
        var empty = new ArrayList<PackedLink>();
        extend(third, empty, "COLLECTED", "that it was empty", null, 140);
        extend(first, log, "EXPORTED", "trial", "Court of Hamburg", 600);
        extend(second, page, "EXPORTED", "trial", "Court of Hamburg", 600);
        extend(third, empty, "EXPORTED", "trial", "Court of Hamburg", 600);
        custody =
                new PackedCustody(
                        HEAD,
                        List.of(
                                withLinks(first, log),
                                withLinks(second, page),
                                withLinks(third, empty)),
                        beside().entrySet().stream()
                                .map(file -> new Bound(file.getKey(), Sha256.of(file.getValue())))
                                .toList());
        var stated = PackageText.of(custody);
        var leaf = custody.leaf(new LeafId(new UUID(0, next)), Sha256.of(stated));
        long position = ledger.add(leaf);
        ledger.addOthers(2);
        proofs =
                new PackedProofs(
                        ledger.size(),
                        ledger.prove(leaf, position),
                        proofsOf(custody),
                        List.of(new Stamped(STAMPED, TOKEN, ledger.consistency(5))));
        var bag =
                new PackageBag(
                        stated,
                        custody,
                        beside(),
                        crcs(),
                        PackageText.of(proofs),
                        ledger.sign(NOON.plusSeconds(601)).note(),
                        ledger.verifier());
        var out = new ByteArrayOutputStream();
        try {
            bag.write(out, item -> new ByteArrayInputStream(contents.get(item.path())));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        bytes = out.toByteArray();
        if (bytes.length != bag.length()) {
            throw new IllegalStateException("the length was not known before");
        }
    }

    private void extend(
            PackedItem item,
            List<PackedLink> chain,
            String action,
            String purpose,
            @Nullable String counterpart,
            long seconds) {
        var previous = chain.isEmpty() ? CustodyEntry.GENESIS : chain.getLast().hash();
        var open =
                new PackedLink(
                        chain.size() + 1L,
                        action,
                        "person:rita",
                        purpose,
                        purpose.split(" ").length > 3 ? SALT : null,
                        counterpart,
                        NOON.plusSeconds(seconds),
                        item.content(),
                        chain.isEmpty() ? item.facts(HEAD) : null,
                        previous,
                        previous);
        var link = withHash(open, open.computed(item.id().toString()));
        chain.add(link);
        var leaf =
                new Leaf(
                        new LeafId(new UUID(0, next++)),
                        Leaf.Kind.CUSTODY_ENTRY,
                        Leaf.custody(item.id(), link.seq()),
                        link.hash(),
                        link.at(),
                        STORE);
        leaves.add(leaf);
        positions.add(ledger.add(leaf));
    }

    static PackedLink withHash(PackedLink link, Sha256 hash) {
        return new PackedLink(
                link.seq(),
                link.action(),
                link.by(),
                link.purpose(),
                link.salt(),
                link.counterpart(),
                link.at(),
                link.content(),
                link.facts(),
                link.previous(),
                hash);
    }

    /** Everything is known of it that can be. */
    private PackedItem log() {
        return item(
                1,
                "LOG_LINES",
                "Log lines behind the alert",
                LOG,
                new Intake(
                        new CardSearch(
                                "cards/1",
                                CardSearch.Extent.PART,
                                2,
                                1,
                                "a disk image",
                                Sha256.of(new byte[] {2})),
                        "web-shell",
                        Sha256.of(new byte[] {1})),
                new PackedItem.Acquired(
                        "person:rita",
                        NOON.minusSeconds(3),
                        NOON,
                        "log lines behind an alert",
                        "Cordon 0.1",
                        "tail -n 50 access.log",
                        "web1, /var/log",
                        Duration.ofMillis(-1500),
                        NOON.minusSeconds(900),
                        NOON.minusSeconds(4),
                        Coverage.parse("log shop-access\ntree /var/log")));
    }

    private PackedItem plain(long number, String title, String path) {
        return item(
                number,
                "FILE",
                title,
                path,
                EvidenceFixtures.AS_IT_CAME,
                new PackedItem.Acquired(
                        "person:rita",
                        NOON,
                        NOON,
                        "upload",
                        "Cordon 0.1",
                        "",
                        "web1, /var/www",
                        null,
                        null,
                        null,
                        Coverage.UNKNOWN));
    }

    private PackedItem item(
            long number,
            String kind,
            String title,
            String path,
            Intake intake,
            PackedItem.Acquired acquired) {
        var content = contents.getOrDefault(path, new byte[0]);
        return new PackedItem(
                new EvidenceId(new UUID(0, number)),
                EvidenceItem.label(number),
                kind,
                title,
                path.substring(path.lastIndexOf('/') + 1),
                path,
                Sha256.of(content),
                content.length,
                intake,
                acquired,
                number < 3 ? SALT : null,
                List.of());
    }

    static PackedItem withLinks(PackedItem item, List<PackedLink> links) {
        return new PackedItem(
                item.id(),
                item.label(),
                item.kind(),
                item.title(),
                item.originalName(),
                item.path(),
                item.content(),
                item.size(),
                item.intake(),
                item.acquired(),
                item.salt(),
                links);
    }

    private List<OfLink> proofsOf(PackedCustody stated) {
        var all = new ArrayList<OfLink>();
        for (var item : stated.items()) {
            for (var link : item.links()) {
                var subject = Leaf.custody(item.id(), link.seq());
                for (int i = 0; i < leaves.size(); i++) {
                    if (leaves.get(i).subject().equals(subject)) {
                        all.add(
                                new OfLink(
                                        item.label(),
                                        link.seq(),
                                        ledger.prove(leaves.get(i), positions.get(i))));
                    }
                }
            }
        }
        return all;
    }

    private Map<String, byte[]> beside() {
        var files = new TreeMap<String, byte[]>();
        files.put("README.txt", "How to check this.\n".getBytes(UTF_8));
        files.put("bag-info.txt", "External-Identifier: 1\nPayload-Oxum: 1843.3\n".getBytes(UTF_8));
        files.put("report.pdf", "%PDF-1.7 a report".getBytes(UTF_8));
        files.put(STAMPED, stampedNote.getBytes(UTF_8));
        files.put(TOKEN, token);
        files.put("verify.html", "<!doctype html>".getBytes(UTF_8));
        return files;
    }

    private Map<String, Integer> crcs() {
        var crcs = new TreeMap<String, Integer>();
        contents.forEach(
                (path, content) -> {
                    var crc = new CRC32();
                    crc.update(content);
                    crcs.put(path, (int) crc.getValue());
                });
        return crcs;
    }
}
