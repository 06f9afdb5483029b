package dev.cordon.application.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.evidence.PackageWriter.Draft;
import dev.cordon.application.evidence.PackageWriter.Stated;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.ledger.Anchor;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.kernel.StoreScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Draws up what a package states, without recording it. */
@Supporting
class PackageStatement {

    private final Incidents incidents;
    private final Stores stores;
    private final EvidenceItems items;
    private final CustodyChains chains;
    private final PackageStamps stamps;
    private final CheckpointKey key;
    private final PackageWriter writer;

    PackageStatement(
            Incidents incidents,
            Stores stores,
            EvidenceItems items,
            CustodyChains chains,
            PackageStamps stamps,
            CheckpointKey key,
            PackageWriter writer) {
        this.incidents = incidents;
        this.stores = stores;
        this.items = items;
        this.chains = chains;
        this.stamps = stamps;
        this.key = key;
        this.writer = writer;
    }

    /**
     * What is to be recorded.
     *
     * @param lasts the last link of each chain when this was drawn up
     * @param exports the links that come after them
     */
    record Drawn(Draft draft, List<CustodyEntry> lasts, List<CustodyEntry> exports) {}

    /** Within a transaction. */
    Drawn draw(EvidencePackage asked, List<EvidenceItem> held, Instant at) {
        var packed = new ArrayList<PackedItem>();
        var lasts = new ArrayList<CustodyEntry>();
        var exports = new ArrayList<CustodyEntry>();
        for (var item : held) {
            var links = new ArrayList<>(chains.of(item.id()));
            var last = links.getLast();
            var export =
                    last.next(Action.EXPORTED, asked.by(), asked.recipient(), asked.purpose(), at);
            links.add(export);
            lasts.add(last);
            exports.add(export);
            packed.add(
                    PackedItem.of(item, PackedItem.path(item.label(), item.originalName()), links));
        }
        return new Drawn(
                new Draft(
                        head(asked, at),
                        packed,
                        files(stamps.of(held)),
                        disposedOf(asked),
                        key.verifier()),
                lasts,
                exports);
    }

    /** Outside a transaction: to draw up a report takes a while. */
    Stated state(Drawn drawn) {
        return writer.state(drawn.draft());
    }

    private PackedCustody.Head head(EvidencePackage asked, Instant at) {
        var incident = incidents.get(asked.incident(), StoreScope.ALL);
        return new PackedCustody.Head(
                asked.id().value(),
                incident.reference().value(),
                incident.id(),
                asked.store(),
                stores.get(asked.store(), StoreScope.ALL).name(),
                asked.by().reference(),
                at,
                asked.purpose(),
                asked.recipient());
    }

    private List<String> disposedOf(EvidencePackage asked) {
        if (!asked.whole()) {
            return List.of();
        }
        return items.of(asked.incident()).stream()
                .filter(item -> item.custody().isDisposedOf())
                .map(EvidenceItem::label)
                .toList();
    }

    private static Map<String, byte[]> files(List<PackageStamps.Stamp> stamps) {
        var files = new TreeMap<String, byte[]>();
        for (var stamp : stamps) {
            files.put(stamp.noteFile(), stamp.checkpoint().note().getBytes(UTF_8));
            files.put(stamp.tokenFile(), token(stamp.anchor()));
        }
        return files;
    }

    private static byte[] token(Anchor anchor) {
        return Base64.getDecoder().decode(anchor.token());
    }
}
