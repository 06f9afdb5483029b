package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Canonical;
import dev.cordon.domain.kernel.Sha256;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One link of an item's chain of custody: who did what with it, when and for what purpose, hashed
 * over its predecessor.
 *
 * @param seq 1 for the collection, then without gaps
 * @param counterpart the other party: to whom it was handed or copied, or whose it was before; in
 *     the form of {@link Actor#reference()} if that is a person here, in words if not; null if
 *     there is none
 * @param purpose empty once it was destroyed with the item's content
 * @param commitment what stands for the purpose in the hash; null in links from before there was
 *     one, which were hashed with the purpose itself
 * @param content the digest of the item's content at that moment
 * @param facts the digest of what was said of the item when it was collected, {@link
 *     EvidenceItem#facts()}; null in every other link
 * @param previous the hash of the link before; {@link #GENESIS} for the first
 * @param hash over all other fields: in the form {@code cordon/custody/v3}; in {@code
 *     cordon/custody/v2} without a commitment, or {@code cordon/custody/v1} with neither
 *     counterpart nor facts
 */
public record CustodyEntry(
        EvidenceId evidence,
        long seq,
        Action action,
        Actor by,
        @Nullable String counterpart,
        String purpose,
        @Nullable Commitment commitment,
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
        DISPOSED;

        /** What is said of it is the proof of deletion, and stays. */
        boolean isOfDisposal() {
            return this == DISPOSAL_PLANNED || this == DISPOSAL_REFUSED || this == DISPOSED;
        }
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

    /** Whether the hash is that of the other fields, and the purpose the one it stands for. */
    public boolean isIntact() {
        return hash.equals(computed());
    }

    /** Whether it was hashed with a purpose that is not there any more. */
    public boolean isWithoutPurpose() {
        return commitment != null && commitment.isOfDestroyedWords();
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
        var open =
                new CustodyEntry(
                        evidence,
                        seq,
                        action,
                        by,
                        counterpart,
                        purpose,
                        Commitment.to(List.of(purpose)),
                        at,
                        content,
                        facts,
                        previous,
                        previous);
        return new CustodyEntry(
                evidence,
                seq,
                action,
                by,
                counterpart,
                purpose,
                open.commitment,
                at,
                content,
                facts,
                previous,
                open.computed());
    }

    private Sha256 computed() {
        boolean first = counterpart == null && facts == null;
        var form =
                Canonical.tagged(
                                "cordon/custody/"
                                        + (commitment == null ? first ? "v1" : "v2" : "v3"))
                        .add(evidence.toString())
                        .add(seq)
                        .add(action.name())
                        .add(by.reference())
                        .add(
                                commitment == null
                                        ? purpose
                                        : commitment.standsFor(List.of(purpose)).hex())
                        .add(at)
                        .add(content)
                        .add(previous);
        return commitment == null && first
                ? form.sha256()
                : form.add(counterpart == null ? "" : counterpart)
                        .add(facts == null ? "" : facts.hex())
                        .sha256();
    }
}
