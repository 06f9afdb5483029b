package dev.cordon.domain.evidence.pack;

import dev.cordon.domain.evidence.ledger.Checkpoint;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What checking a package came to. */
public sealed interface Verdict {

    /** Everything holds, and somebody the reader trusts vouched for the key. */
    record Intact(Contents contents) implements Verdict {}

    /** Everything holds together, under a key that nobody vouched for. Proves nothing by itself. */
    record SignerUnknown(Contents contents) implements Verdict {}

    /**
     * Something was changed.
     *
     * @param findings at least one
     */
    record Broken(List<Finding> findings, Contents contents) implements Verdict {
        public Broken {
            findings = List.copyOf(findings);
        }
    }

    /** It could not be read as a package; nothing was found out about what it holds. */
    record Unreadable(Finding why) implements Verdict {}

    /**
     * What is in it, as far as it could be read.
     *
     * @param digest of the bytes of {@link PackedCustody#FILE}, which bind all that is stated: who
     *     receives a package states it; null if there is no such file
     * @param key the key that it says signed it; null if unreadable
     */
    record Contents(
            @Nullable PackedCustody custody,
            @Nullable Sha256 digest,
            @Nullable Checkpoint checkpoint,
            @Nullable SignerKey key,
            List<Stamp> stamps,
            List<Note> notes) {
        public Contents {
            stamps = List.copyOf(stamps);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A time-stamp that holds.
     *
     * @param entries how many entries of the ledger it covers
     */
    record Stamp(Instant at, String authority, TokenReader.Trust trust, long entries) {}

    /** What a reader has to know, and is no fault. */
    enum Note {
        /** No authority stamped the ledger: when it was signed is its own word. */
        NO_TIME_STAMP,
        /** Tokens were checked, their authority was not. */
        AUTHORITY_NOT_CHECKED,
        /** Nobody named the key. */
        KEY_NOT_GIVEN,
        /** Another key was named than the one that signed this. */
        OTHER_KEY_GIVEN,
        /**
         * The package is newer than the checkpoint given, and does not show that it grew from it.
         */
        GROWTH_NOT_SHOWN
    }
}
