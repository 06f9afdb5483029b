package dev.cordon.domain.evidence.pack;

import org.jspecify.annotations.Nullable;

/**
 * Something in a package that is not as it was when it was made.
 *
 * @param where the file, {@code data/EV-0001/access.log}, or the link, {@code EV-0001/2}
 * @param expected what should be there; null if that says nothing
 * @param found what is there; null if that says nothing
 */
public record Finding(What what, String where, @Nullable String expected, @Nullable String found) {

    /** What is wrong. Each has its sentence in both languages. */
    public enum What {
        /** The file is no package at all. */
        NOT_A_PACKAGE,
        /** The file ends before its end. */
        BREAKS_OFF,
        /** It was made by a later form than this reader knows. */
        OTHER_VERSION,
        /** It is larger than a package can be. */
        TOO_LARGE,
        /** A name that leads outside, or that no package has. */
        NAME_REFUSED,
        NAME_TWICE,
        /** Compressed, encrypted, a link, or otherwise nothing that packages hold. */
        ENTRY_REFUSED,
        /** What stands before a file in the package differs from the directory at its end. */
        HEADER_ALTERED,
        /** Bytes that belong to no file. */
        STRAY_BYTES,
        FILE_OUT_OF_ORDER,

        FILE_MISSING,
        FILE_ALTERED,
        /** A file that no manifest lists. */
        FILE_NOT_LISTED,
        /** A file that manifests list and the package does not state. */
        FILE_ADDED,
        MANIFEST_MALFORMED,
        /** A file beside the evidence is not the one that the package states. */
        FILE_REPLACED,

        CUSTODY_MALFORMED,
        PROOFS_MALFORMED,
        /** The content is not that of the item. */
        CONTENT_DIFFERS,
        /** The content is that of another item. */
        CONTENT_SWAPPED,
        ITEM_TWICE,
        /** What is stated of the item is not what was said when it was collected. */
        FACTS_DIFFER,
        LINK_MISSING,
        LINK_TWICE,
        LINK_OUT_OF_ORDER,
        LINK_ALTERED,
        /** The link does not follow from the one before it. */
        LINK_NOT_LINKED,
        /** The link is about another content. */
        LINK_OF_OTHER_CONTENT,
        LINK_OUT_OF_TIME_ORDER,
        /** The chain does not end with the making of this package. */
        CHAIN_CUT_OFF,

        KEY_MALFORMED,
        CHECKPOINT_MALFORMED,
        /** The key in the package did not sign the checkpoint. */
        CHECKPOINT_FORGED,
        /** The checkpoint is older than what it should bear out. */
        CHECKPOINT_ROLLED_BACK,
        /** The checkpoint is another one than that which the proofs lead to. */
        CHECKPOINT_EXCHANGED,
        /** What the package states is not what the ledger recorded. */
        CUSTODY_NOT_IN_LEDGER,
        LINK_NOT_IN_LEDGER,
        PROOF_MISSING,
        /** A proof of something that is not there. */
        PROOF_ADDED,

        STAMP_ALTERED,
        STAMP_OF_OTHER_DATA,
        /** The authority's certificate does not lead to the root given. */
        STAMP_BY_UNKNOWN,
        /** A certificate of the authority was not valid when it stamped. */
        STAMP_OUT_OF_TIME,
        /** The stamped checkpoint is not one that this package's ledger grew from. */
        STAMP_NOT_CONNECTED,

        /** The package is older than the checkpoint that the reader brought. */
        OLDER_THAN_KNOWN,
        /** The ledger told two stories: it is not the one that the reader knows. */
        FORKED
    }

    public static Finding at(What what, String where) {
        return new Finding(what, where, null, null);
    }

    public static Finding found(What what, String where, String found) {
        return new Finding(what, where, null, found);
    }

    public static Finding differs(What what, String where, String expected, String found) {
        return new Finding(what, where, expected, found);
    }
}
