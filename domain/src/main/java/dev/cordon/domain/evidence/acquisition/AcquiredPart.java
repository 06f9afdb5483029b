package dev.cordon.domain.evidence.acquisition;

import dev.cordon.domain.evidence.EvidenceId;
import org.jspecify.annotations.Nullable;

/** A part of an acquisition, and what became of it. */
public record AcquiredPart(SourcePart what, State state) {

    /** How far it came. */
    public sealed interface State {

        /**
         * Its turn comes, for the first time or again.
         *
         * @param tries how often it was begun
         * @param why why it broke off last, as {@link dev.cordon.domain.store.Reason#recorded};
         *     null if it did not
         */
        record Waiting(int tries, @Nullable String why) implements State {}

        /**
         * It is being read.
         *
         * @param item what it becomes if nothing goes wrong; decided before, so that a program that
         *     was killed does not take it twice
         */
        record Taking(EvidenceId item, int tries) implements State {}

        /** It lies in the vault, and the item is recorded. */
        record Taken(EvidenceId item) implements State {}

        /**
         * There is no item of it.
         *
         * @param said more about it, as {@link dev.cordon.domain.store.Reason#recorded} or a
         *     number; empty if there is no more to say
         */
        record NotTaken(Why why, String said) implements State {}
    }

    /** Why a part was not taken. A name is stored and stays. */
    public enum Why {
        /** The store has no such thing, or not by the connections that are kept. */
        NOT_GIVEN,
        /** The store gave it out in part only, however often it was asked. */
        BROKE_OFF,
        /** It holds card numbers that cannot be blotted out. */
        CARDS,
        /** It is larger than one item may be, or than the vault has room for. */
        TOO_LARGE,
        /** Somebody ended the acquisition before. */
        CANCELLED
    }

    public static AcquiredPart of(SourcePart what) {
        return new AcquiredPart(what, new State.Waiting(0, null));
    }

    public AcquiredPart in(State next) {
        return new AcquiredPart(what, next);
    }

    /** Whether nothing more is done about it. */
    public boolean isOver() {
        return state instanceof State.Taken || state instanceof State.NotTaken;
    }
}
