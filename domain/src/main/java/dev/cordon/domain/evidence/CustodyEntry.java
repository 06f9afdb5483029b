package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One link of an item's chain of custody: who did what with it, when and for what purpose, hashed
 * over its predecessor.
 *
 * @param seq 1 for the collection, then without gaps
 * @param counterpart the other party: to whom it was handed or copied, or whose it was before; in
 *     the form of {@link Actor#reference()} if that is a person here, in words if not; null if
 *     there is none
 * @param content the digest of the item's content at that moment
 * @param facts the digest of what was said of the item when it was collected, {@link
 *     EvidenceItem#facts()}; null in every other link
 * @param previous the hash of the link before; {@link #GENESIS} for the first
 * @param hash over all other fields: in the form {@code cordon/custody/v2}, or {@code
 *     cordon/custody/v1} for a link with neither counterpart nor facts
 */
public record CustodyEntry(
        EvidenceId evidence,
        long seq,
        Action action,
        Actor by,
        @Nullable String counterpart,
        String purpose,
        Instant at,
        Sha256 content,
        @Nullable Sha256 facts,
        Sha256 previous,
        Sha256 hash) {

    /** What the first link hashes over: the item's own beginning. */
    public static final Sha256 GENESIS = Canonical.tagged("cordon/custody/genesis/v1").sha256();

    /** What can be done with an item. A name is hashed and stays. */
    public enum Action {
        /** Taken into custody. */
        COLLECTED,
        /** Looked at where it lies. */
        VIEWED,
        /** A copy of the content left, for the caller or for the counterpart. */
        COPIED,
        /** Left in a package, with its chain and proofs. */
        EXPORTED,
        /** Offered to the counterpart, whose acceptance is awaited. */
        HANDED_OVER,
        /** Taken over from the counterpart. */
        ACCEPTED,
        /** An offer was refused, or taken back by the one who made it. */
        DECLINED,
        /** In a package that was given to the counterpart, who is outside and has to confirm it. */
        TRANSFERRED,
        /** The counterpart, who is outside, confirmed that the package arrived as it left. */
        RECEIVED,
        /** The counterpart, who is outside, has no such package: refused, lost or called back. */
        NOT_RECEIVED,
        /** Made read-only where it lies. */
        SEALED,
        /** Hashed anew and compared. */
        VERIFIED,
        /** Nobody may dispose of it, until it is released. */
        HELD,
        /** One hold less. */
        RELEASED,
        /** Its time of keeping was changed. */
        KEEPING_CHANGED,
        /** Somebody proposed to dispose of it. */
        DISPOSAL_PLANNED,
        /** The proposal was refused. */
        DISPOSAL_REFUSED,
        /** Its content can no longer be read by anybody. */
        DISPOSED
    }

    /** The first link. */
    public static CustodyEntry collected(EvidenceItem item, String purpose) {
        return link(
                item.id(),
                1,
                Action.COLLECTED,
                item.acquisition().by(),
                null,
                purpose,
                item.acquisition().receivedAt(),
                item.content(),
                item.facts(),
                GENESIS);
    }

    /**
     * The link after this one. Never earlier than this one: a system clock that was set back does
     * not break the chain.
     */
    public CustodyEntry next(
            Action action, Actor by, @Nullable String counterpart, String purpose, Instant at) {
        var moment = at.isBefore(this.at) ? this.at : at;
        return link(
                evidence, seq + 1, action, by, counterpart, purpose, moment, content, null, hash);
    }

    /** The link after this one, of something that nobody else takes part in. */
    public CustodyEntry next(Action action, Actor by, String purpose, Instant at) {
        return next(action, by, null, purpose, at);
    }

    /** Whether the hash is that of the other fields. */
    public boolean isIntact() {
        return hash.equals(
                hashOf(
                        evidence,
                        seq,
                        action,
                        by,
                        counterpart,
                        purpose,
                        at,
                        content,
                        facts,
                        previous));
    }

    private static CustodyEntry link(
            EvidenceId evidence,
            long seq,
            Action action,
            Actor by,
            @Nullable String counterpart,
            String purpose,
            Instant at,
            Sha256 content,
            @Nullable Sha256 facts,
            Sha256 previous) {
        return new CustodyEntry(
                evidence,
                seq,
                action,
                by,
                counterpart,
                purpose,
                at,
                content,
                facts,
                previous,
                hashOf(
                        evidence,
                        seq,
                        action,
                        by,
                        counterpart,
                        purpose,
                        at,
                        content,
                        facts,
                        previous));
    }

    private static Sha256 hashOf(
            EvidenceId evidence,
            long seq,
            Action action,
            Actor by,
            @Nullable String counterpart,
            String purpose,
            Instant at,
            Sha256 content,
            @Nullable Sha256 facts,
            Sha256 previous) {
        boolean first = counterpart == null && facts == null;
        var form =
                Canonical.tagged(first ? "cordon/custody/v1" : "cordon/custody/v2")
                        .add(evidence.toString())
                        .add(seq)
                        .add(action.name())
                        .add(by.reference())
                        .add(purpose)
                        .add(at)
                        .add(content)
                        .add(previous);
        return first
                ? form.sha256()
                : form.add(counterpart == null ? "" : counterpart)
                        .add(facts == null ? "" : facts.hex())
                        .sha256();
    }
}
