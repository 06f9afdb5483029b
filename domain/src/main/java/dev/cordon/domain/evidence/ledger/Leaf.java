package dev.cordon.domain.evidence.ledger;

import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;

/**
 * What the ledger says of one recorded thing: that it was there, and with which content.
 *
 * @param subject which thing of its kind, as {@link #custody(EvidenceId, long)} names it
 * @param content the digest that the thing has of itself
 * @param at when it happened, not when it was sequenced
 * @param store whose store's; others have no such leaf; {@link #NO_STORE} if it is of none
 */
public record Leaf(
        LeafId id, Kind kind, String subject, Sha256 content, Instant at, StoreId store) {

    /** What is recorded. A name is hashed and stays. */
    public enum Kind {
        CUSTODY_ENTRY,
        /** A time stamp of a checkpoint. */
        ANCHOR,
        /** A revision of audited rows, by its number. */
        REVISION,
        /** What an evidence package states, recorded before it leaves. */
        EVIDENCE_PACKAGE,
        /** A decision that something need not be preserved. */
        PRESERVATION_WAIVER,
        /** A package in the hands of somebody outside: the hand-over, or what they answered. */
        EVIDENCE_TRANSFER,
        /** That the watch finished a run over evidence and ledger, and what it found. */
        WATCH_RUN
    }

    /** In the place of a store where a thing is of no store: only who sees all sees the leaf. */
    public static final StoreId NO_STORE = new StoreId(new UUID(0, 0));

    /** The leaf of an anchor. */
    public static Leaf of(LeafId id, Anchor anchor) {
        return new Leaf(id, Kind.ANCHOR, anchor.subject(), anchor.content(), anchor.at(), NO_STORE);
    }

    /** The leaf of a link of a chain of custody. */
    public static Leaf of(LeafId id, CustodyEntry link, StoreId store) {
        return new Leaf(
                id,
                Kind.CUSTODY_ENTRY,
                custody(link.evidence(), link.seq()),
                link.hash(),
                link.at(),
                store);
    }

    /** What a link's leaf is found by. */
    public static String custody(EvidenceId evidence, long seq) {
        return evidence + "/" + seq;
    }

    /** The leaf's hash in the tree, over its form {@code cordon/ledger/leaf/v1}. */
    public Sha256 hash() {
        return MerkleHash.leaf(
                Canonical.tagged("cordon/ledger/leaf/v1")
                        .add(id.toString())
                        .add(kind.name())
                        .add(subject)
                        .add(content)
                        .add(at)
                        .add(store.toString())
                        .bytes());
    }
}
