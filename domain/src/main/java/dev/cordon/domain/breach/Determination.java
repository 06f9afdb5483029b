package dev.cordon.domain.breach;

import dev.cordon.domain.breach.BreachEvent.AffectedPeopleDetermined;
import dev.cordon.domain.breach.BreachEvent.AffectedPeopleRequested;
import dev.cordon.domain.breach.BreachEvent.DeterminationFailed;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;

/** A wish to know who is affected, and what came of it. Carried out by a durable job. */
public record Determination(
        DeterminationId id,
        IncidentId incident,
        StoreId store,
        Exposure exposure,
        Phase phase,
        Version version) {

    /** How far it came. */
    public sealed interface Phase {
        record Requested(Actor.Person by, Instant at) implements Phase {}

        record Determined(Result result, Instant at) implements Phase {}

        /**
         * @param sentence what happened and what to do, in plain words
         */
        record Failed(String sentence, Instant at) implements Phase {}
    }

    /**
     * What was found.
     *
     * @param explained how many of the accepted logins the store's session records explain
     * @param gap why it is no exact answer, in plain words; empty if it is one
     * @param madeUp whether a stand-in store made records up for show
     */
    public record Result(Basis basis, int people, int explained, String gap, boolean madeUp) {}

    public static Transition<Determination> request(
            DeterminationId id,
            IncidentId incident,
            StoreId store,
            Exposure exposure,
            Actor.Person by,
            Instant at) {
        return Transition.to(
                new Determination(
                        id, incident, store, exposure, new Phase.Requested(by, at), Version.NEW),
                new AffectedPeopleRequested(incident, id, at, by));
    }

    public Transition<Determination> determined(Result result, Actor by, Instant at) {
        requireRequested("be determined");
        return Transition.to(
                in(new Phase.Determined(result, at)),
                new AffectedPeopleDetermined(incident, id, result, at, by));
    }

    public Transition<Determination> failed(String sentence, Actor by, Instant at) {
        requireRequested("fail");
        return Transition.to(
                in(new Phase.Failed(sentence, at)),
                new DeterminationFailed(incident, id, sentence, at, by));
    }

    public boolean isWaiting() {
        return phase instanceof Phase.Requested;
    }

    private Determination in(Phase next) {
        return new Determination(id, incident, store, exposure, next, version);
    }

    private void requireRequested(String verb) {
        if (!isWaiting()) {
            throw new IllegalTransition(
                    "determination " + id, phase.getClass().getSimpleName(), verb);
        }
    }
}
