package dev.cordon.domain.evidence.ledger;

import org.jspecify.annotations.Nullable;

/**
 * Something in the stored ledger that was not so when it was signed.
 *
 * @param first the first entry it concerns, counted from 1; 0 if it concerns none
 * @param last the last one
 * @param subject what has no entry to be named by
 */
public record LedgerFinding(What what, long first, long last, @Nullable String subject) {

    /** What was found. */
    public enum What {
        /** No entry has this place, or two have. */
        ENTRY_MISSING,
        /** The entry is there, its leaf is gone. */
        LEAF_MISSING,
        /** The leaf is not the one that was sequenced. */
        LEAF_ALTERED,
        /** A stored hash of the tree is not that of the entries below it. */
        NODE_ALTERED,
        /** Checkpoints up to this one sign another tree; what was changed lies in its entries. */
        ROOT_DIFFERS,
        /** A checkpoint is unreadable, or not signed by this ledger's key. */
        CHECKPOINT_FORGED,
        /** The newest checkpoint signs entries that are gone. */
        ENTRIES_CUT_OFF,
        /** Entries that no checkpoint signs: one was removed, or they were put in. */
        ENTRIES_UNSIGNED,
        /** A leaf that is neither in the tree nor waits to be. */
        LEAF_LEFT_OUT,
        /** A link of a chain of custody without a leaf. */
        CUSTODY_UNRECORDED,
        /** What was signed, kept outside the database, is not in it: an earlier day's is. */
        ROLLED_BACK,
        /** A checkpoint that the mirror has was taken out of the database. */
        CHECKPOINT_REMOVED,
        /** The mirror has another genuine checkpoint of the same size: the history was replaced. */
        FORKED,
        /** What the mirror has is not what this ledger's key signed, or not readable. */
        MIRROR_ALTERED,
        /** The mirror cannot be read now: what it would say is not known. */
        MIRROR_AWAY,
        /** The mirror's file is gone. */
        MIRROR_MISSING,
        /** A revision of audited rows without a leaf. */
        REVISION_UNRECORDED,
        /** A revision, or a row that it wrote, is not what its leaf says. */
        REVISION_ALTERED,
        /** A revision is gone that the ledger has a leaf of. */
        REVISION_MISSING,
        /** A time stamp is gone that the ledger has a leaf of. */
        ANCHOR_MISSING,
        /** A time stamp is not the one that the ledger has a leaf of, or has none. */
        ANCHOR_ALTERED,
        /** A time stamp does not fit its checkpoint, or its signature does not hold. */
        ANCHOR_BROKEN,
        /** An evidence package is gone that the ledger has a leaf of. */
        PACKAGE_MISSING,
        /** What an evidence package states is not what its leaf says, or it has none. */
        PACKAGE_ALTERED,
        /** A waiver of preservation is gone that the ledger has a leaf of. */
        WAIVER_MISSING,
        /** A waiver of preservation is not what its leaf says, or it has none. */
        WAIVER_ALTERED,
        /** A transfer to somebody outside, or its answer, is gone that the ledger has a leaf of. */
        TRANSFER_MISSING,
        /** A transfer to somebody outside, or its answer, is not what its leaf says. */
        TRANSFER_ALTERED,
        /** A finished run of the watch is gone that the ledger has a leaf of. */
        WATCH_RUN_MISSING,
        /** A finished run of the watch is not what its leaf says, or it has none. */
        WATCH_RUN_ALTERED
    }

    static LedgerFinding at(What what, long position) {
        return new LedgerFinding(what, position + 1, position + 1, null);
    }

    /** A finding about a thing that has no place in the tree. */
    public static LedgerFinding about(What what, String subject) {
        return new LedgerFinding(what, 0, 0, subject);
    }
}
