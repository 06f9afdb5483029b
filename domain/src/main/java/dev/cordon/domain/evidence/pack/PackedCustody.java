package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.ledger.Leaf;
import dev.cordon.domain.evidence.ledger.Leaf.Kind;
import dev.cordon.domain.evidence.ledger.LeafId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a package states, all of it: which items, their chains to the last link, and the files
 * beside them. The ledger records the digest of exactly these bytes before the package leaves, so
 * that nothing can be left out, added or renamed later.
 *
 * @param files what else is bound: its path and digest
 */
public record PackedCustody(Head head, List<PackedItem> items, List<Bound> files) {

    /** The file it lies in. */
    public static final String FILE = "custody.json";

    /** How the last link of each chain is called. */
    public static final String EXPORTED = "EXPORTED";

    /**
     * The package itself.
     *
     * @param id its lasting id
     * @param incident the incident's reference, {@code INC-2026-0001}
     * @param incidentId its lasting id, which the facts of each item are hashed with
     * @param storeName what the store is called
     * @param by who had it made
     * @param at when
     * @param recipient whom it is for
     */
    public record Head(
            UUID id,
            String incident,
            IncidentId incidentId,
            StoreId store,
            String storeName,
            String by,
            Instant at,
            String purpose,
            String recipient) {}

    /** A file and what it must be. */
    public record Bound(String path, Sha256 digest) {}

    public PackedCustody {
        items = List.copyOf(items);
        files = List.copyOf(files);
    }

    /** Whether content marked dangerous lies in it, unwrapped. */
    public boolean isDangerous() {
        return items.stream().anyMatch(item -> item.intake().danger() != null);
    }

    /** What the ledger has of it. */
    public Leaf leaf(LeafId leaf, Sha256 digest) {
        return leaf(leaf, head, digest);
    }

    /** What the ledger has of a package of which nothing but this is known. */
    public static Leaf leaf(LeafId leaf, Head head, Sha256 digest) {
        return new Leaf(
                leaf, Kind.EVIDENCE_PACKAGE, head.id().toString(), digest, head.at(), head.store());
    }
}
