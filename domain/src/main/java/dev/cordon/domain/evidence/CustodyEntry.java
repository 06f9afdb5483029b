package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;

/**
 * One link of an item's chain of custody: who did what with it, when and for what purpose, hashed
 * over its predecessor.
 *
 * @param seq 1 for the collection, then without gaps
 * @param content the digest of the item's content at that moment
 * @param previous the hash of the link before; {@link #GENESIS} for the first
 * @param hash over all other fields, in the form {@code cordon/custody/v1}
 */
public record CustodyEntry(
        EvidenceId evidence,
        long seq,
        Action action,
        Actor by,
        String purpose,
        Instant at,
        Sha256 content,
        Sha256 previous,
        Sha256 hash) {

    /** What the first link hashes over: the item's own beginning. */
    public static final Sha256 GENESIS = Canonical.tagged("cordon/custody/genesis/v1").sha256();

    /** What can be done with an item. */
    public enum Action {
        COLLECTED,
        VIEWED,
        VERIFIED
    }

    /** The first link. */
    public static CustodyEntry collected(EvidenceItem item, String purpose) {
        return link(
                item.id(),
                1,
                Action.COLLECTED,
                item.acquisition().by(),
                purpose,
                item.acquisition().at(),
                item.content(),
                GENESIS);
    }

    /**
     * The link after this one. Never earlier than this one: a system clock that was set back does
     * not break the chain.
     */
    public CustodyEntry next(Action action, Actor by, String purpose, Instant at) {
        var moment = at.isBefore(this.at) ? this.at : at;
        return link(evidence, seq + 1, action, by, purpose, moment, content, hash);
    }

    /** Whether the hash is that of the other fields. */
    public boolean isIntact() {
        return hash.equals(hashOf(evidence, seq, action, by, purpose, at, content, previous));
    }

    private static CustodyEntry link(
            EvidenceId evidence,
            long seq,
            Action action,
            Actor by,
            String purpose,
            Instant at,
            Sha256 content,
            Sha256 previous) {
        return new CustodyEntry(
                evidence,
                seq,
                action,
                by,
                purpose,
                at,
                content,
                previous,
                hashOf(evidence, seq, action, by, purpose, at, content, previous));
    }

    private static Sha256 hashOf(
            EvidenceId evidence,
            long seq,
            Action action,
            Actor by,
            String purpose,
            Instant at,
            Sha256 content,
            Sha256 previous) {
        return Canonical.tagged("cordon/custody/v1")
                .add(evidence.toString())
                .add(seq)
                .add(action.name())
                .add(by.reference())
                .add(purpose)
                .add(at)
                .add(content)
                .add(previous)
                .sha256();
    }
}
