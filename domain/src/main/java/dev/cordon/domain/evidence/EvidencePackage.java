package dev.cordon.domain.evidence;

import dev.cordon.domain.evidence.EvidenceEvent.PackageAsked;
import dev.cordon.domain.evidence.EvidenceEvent.PackageFailed;
import dev.cordon.domain.evidence.EvidenceEvent.PackageMade;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.List;

/**
 * Items that leave the house together, each with its whole chain of custody and the proofs that a
 * stranger checks them with. Made once: whoever downloads it again gets the same bytes.
 *
 * @param whole whether it was asked for all that the incident holds, not for these items
 * @param items in the order of their labels; at least one
 * @param purpose why it leaves
 * @param recipient whom it is for
 * @param by who asked for it, and whose act the leaving is
 */
public record EvidencePackage(
        PackageId id,
        IncidentId incident,
        StoreId store,
        boolean whole,
        List<EvidenceId> items,
        String purpose,
        String recipient,
        Actor.Person by,
        Instant askedAt,
        Phase phase) {

    /** How far it came; what is only known there lives there. */
    public sealed interface Phase {

        /** Nothing left yet, and no chain says so. */
        record Asked() implements Phase {}

        /**
         * The chains say that the items left, the ledger knows the package, and its next signature
         * is awaited.
         *
         * @param at when
         * @param digest of the bytes of {@code custody.json}
         */
        record Recorded(Instant at, Sha256 digest) implements Phase {}

        /**
         * It can be downloaded.
         *
         * @param at as in {@link Recorded}
         * @param readyAt since when
         */
        record Ready(Instant at, Sha256 digest, Instant readyAt) implements Phase {}

        /**
         * There is none and there will be none.
         *
         * @param label which item was in the way
         */
        record Failed(Instant at, Fault fault, String label) implements Phase {}
    }

    /** Why none was made. */
    public enum Fault {
        /** The content of an item is not what was collected, or its chain does not hold. */
        NOT_INTACT,
        /** An item was disposed of meanwhile. */
        DISPOSED_OF,
        /** The ledger does not bear an item's chain out. */
        NOT_IN_LEDGER
    }

    public EvidencePackage {
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("a package holds at least one item");
        }
    }

    /** Asks for a package; a job makes it. */
    public static Transition<EvidencePackage> ask(
            PackageId id,
            IncidentId incident,
            StoreId store,
            boolean whole,
            List<EvidenceId> items,
            String purpose,
            String recipient,
            Actor.Person by,
            Instant at) {
        var asked =
                new EvidencePackage(
                        id,
                        incident,
                        store,
                        whole,
                        items,
                        purpose,
                        recipient,
                        by,
                        at,
                        new Phase.Asked());
        return Transition.to(
                asked, new PackageAsked(incident, id, items.size(), purpose, recipient, at, by));
    }

    /** Whether it is still being made. */
    public boolean isBeingMade() {
        return phase instanceof Phase.Asked || phase instanceof Phase.Recorded;
    }

    /**
     * Records that its items left: each chain says so from here on.
     *
     * @param digest of the bytes of {@code custody.json}
     */
    public Transition<EvidencePackage> recorded(Sha256 digest, Instant at) {
        if (!(phase instanceof Phase.Asked)) {
            throw refused("be recorded");
        }
        return Transition.to(
                in(new Phase.Recorded(at, digest)),
                new PackageMade(incident, id, items.size(), purpose, recipient, digest, at, by));
    }

    /**
     * The ledger signed for all of it: what a download takes is complete. Nothing new happened, so
     * no fact goes with it.
     */
    public EvidencePackage ready(Instant at) {
        if (!(phase instanceof Phase.Recorded(var recordedAt, var digest))) {
            throw refused("become ready");
        }
        return in(new Phase.Ready(recordedAt, digest, at));
    }

    /**
     * @param label which item was in the way
     */
    public Transition<EvidencePackage> fail(Fault fault, String label, Actor by, Instant at) {
        if (!isBeingMade()) {
            throw refused("fail");
        }
        return Transition.to(
                in(new Phase.Failed(at, fault, label)),
                new PackageFailed(incident, id, fault, label, recipient, at, by));
    }

    private EvidencePackage in(Phase next) {
        return new EvidencePackage(
                id, incident, store, whole, items, purpose, recipient, by, askedAt, next);
    }

    private IllegalTransition refused(String verb) {
        return new IllegalTransition("package " + id, phase.getClass().getSimpleName(), verb);
    }
}
