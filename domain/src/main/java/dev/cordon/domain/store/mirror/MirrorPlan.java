package dev.cordon.domain.store.mirror;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.store.mirror.MirrorEvent.MirrorEnded;
import dev.cordon.domain.store.mirror.MirrorEvent.MirrorPlanned;
import java.time.Duration;
import java.time.Instant;

/**
 * That a store's orders and customers are mirrored, what for, and for how long. Without a plan
 * nothing is kept of them.
 *
 * @param on false once it was ended: then nothing is kept any more
 * @param owner the person or role that answers for it
 * @param purpose what it is kept for
 * @param days orders that were placed longer ago are not kept
 * @param told whether the store tells changes at once, by webhooks that are put there; otherwise
 *     they are asked for alone
 */
public record MirrorPlan(
        StoreId store,
        boolean on,
        String owner,
        String purpose,
        int days,
        boolean told,
        Version version) {

    public static final int USUAL_DAYS = 400;

    private static final int LONGEST = 3_700;
    private static final int LONGEST_OWNER = 120;
    private static final int LONGEST_PURPOSE = 500;

    public MirrorPlan {
        owner = owner.strip();
        purpose = purpose.strip();
        if (on && (owner.isEmpty() || owner.length() > LONGEST_OWNER)) {
            throw new IllegalArgumentException(
                    "somebody answers for what is kept: a name of at most 120 characters");
        }
        if (on && (purpose.isEmpty() || purpose.length() > LONGEST_PURPOSE)) {
            throw new IllegalArgumentException(
                    "orders are kept for a purpose of at most 500 characters");
        }
        if (on && (days < 1 || days > LONGEST)) {
            throw new IllegalArgumentException("orders are kept for 1 to 3700 days");
        }
    }

    /** As long as nobody has decided. */
    public static MirrorPlan none(StoreId store) {
        return new MirrorPlan(store, false, "", "", USUAL_DAYS, false, Version.NEW);
    }

    /** Somebody answers for the mirror from now on. */
    public Transition<MirrorPlan> set(
            String owner, String purpose, int days, boolean told, Actor by, Instant at) {
        var next = new MirrorPlan(store, true, owner, purpose, days, told, version);
        return Transition.to(
                next, new MirrorPlanned(store, next.owner, next.days, told, next.purpose, by, at));
    }

    /**
     * Nothing is read any more, and what was kept goes.
     *
     * @throws IllegalTransition if nothing is mirrored
     */
    public Transition<MirrorPlan> end(String reason, Actor by, Instant at) {
        if (!on) {
            throw new IllegalTransition("mirror of store " + store, "off", "end");
        }
        var next = new MirrorPlan(store, false, owner, purpose, days, false, version);
        return Transition.to(next, new MirrorEnded(store, reason, by, at));
    }

    /** Orders that were placed before that moment are over. */
    public Instant oldest(Instant now) {
        return now.minus(Duration.ofDays(days));
    }
}
