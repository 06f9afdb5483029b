package dev.cordon.domain.evidence;

import dev.cordon.domain.kernel.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an item is held now. Each change of it is also a link of the item's chain.
 *
 * @param custodian who answers for it
 * @param offered a hand-over that waits for its answer
 * @param sealedAt null until it was made read-only where it lies
 * @param holds none, or the matters that need it
 * @param keepUntil before that it is not disposed of for its age
 * @param disposal null if nobody proposed one
 */
public record Custody(
        Actor custodian,
        @Nullable HandOver offered,
        @Nullable Instant sealedAt,
        List<LegalHold> holds,
        Instant keepUntil,
        @Nullable Disposal disposal) {

    public Custody {
        holds = List.copyOf(holds);
    }

    static Custody of(Actor custodian, Instant keepUntil) {
        return new Custody(custodian, null, null, List.of(), keepUntil, null);
    }

    public boolean isSealed() {
        return sealedAt != null;
    }

    public boolean isHeld() {
        return !holds.isEmpty();
    }

    /**
     * What a legal hold alone keeps them from doing, so that they can be told so; {@link
     * CustodyEntry.Action#DISPOSED} stands for approving a disposal.
     */
    public Set<CustodyEntry.Action> heldBack(Actor by) {
        if (!isHeld() || isDisposedOf()) {
            return Set.of();
        }
        if (disposal == null) {
            return Set.of(CustodyEntry.Action.DISPOSAL_PLANNED);
        }
        return disposal.plannedBy().equals(by) ? Set.of() : Set.of(CustodyEntry.Action.DISPOSED);
    }

    /** Its content is gone, or is about to be. */
    public boolean isDisposedOf() {
        return disposal != null && disposal.approvedBy() != null;
    }

    /** Its content can no longer be read. */
    public boolean isGone() {
        return disposal != null && disposal.doneAt() != null;
    }

    Custody with(Actor custodian) {
        return new Custody(custodian, null, sealedAt, holds, keepUntil, disposal);
    }

    Custody offered(@Nullable HandOver offer) {
        return new Custody(custodian, offer, sealedAt, holds, keepUntil, disposal);
    }

    Custody sealed(Instant at) {
        return new Custody(custodian, offered, at, holds, keepUntil, disposal);
    }

    Custody held(List<LegalHold> now) {
        return new Custody(custodian, offered, sealedAt, now, keepUntil, disposal);
    }

    Custody kept(Instant until) {
        return new Custody(custodian, offered, sealedAt, holds, until, disposal);
    }

    Custody ending(@Nullable Disposal end) {
        return new Custody(
                custodian, end == null ? offered : null, sealedAt, holds, keepUntil, end);
    }
}
