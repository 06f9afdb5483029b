package dev.cordon.domain.evidence.acquisition;

import dev.cordon.domain.evidence.EvidenceEvent.AcquisitionAsked;
import dev.cordon.domain.evidence.EvidenceEvent.AcquisitionEnded;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.Why;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a person has a store give out for an incident. A job takes part after part; each becomes an
 * item of its own, so that what was taken stays taken whatever happens to the rest.
 *
 * @param sources what is wanted
 * @param purpose why it is taken
 * @param because why card numbers may stay in what cannot be blotted out; null if they may not
 * @param survey what the store could give out; null until it was asked
 * @param parts in the order in which they are taken
 * @param endedAt null while there is more to do
 */
public record StoreAcquisition(
        AcquisitionId id,
        IncidentId incident,
        StoreId store,
        Set<StoreSource> sources,
        Pace pace,
        String purpose,
        @Nullable String because,
        Actor.Person by,
        Instant askedAt,
        @Nullable Survey survey,
        List<AcquiredPart> parts,
        @Nullable Instant endedAt) {

    public StoreAcquisition {
        sources = Set.copyOf(sources);
        parts = List.copyOf(parts);
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("an acquisition takes something");
        }
    }

    /** Asks for it; a job goes to the store. */
    public static Transition<StoreAcquisition> ask(
            AcquisitionId id,
            IncidentId incident,
            StoreId store,
            Set<StoreSource> sources,
            Pace pace,
            String purpose,
            @Nullable String because,
            Actor.Person by,
            Instant at) {
        var asked =
                new StoreAcquisition(
                        id, incident, store, sources, pace, purpose, because, by, at, null,
                        List.of(), null);
        return Transition.to(
                asked, new AcquisitionAsked(incident, id, sources.size(), purpose, at, by));
    }

    public boolean isOver() {
        return endedAt != null;
    }

    /** The store was asked: its parts are known now, the most volatile first. */
    public StoreAcquisition surveyed(Survey found) {
        if (survey != null || isOver()) {
            throw refused("be surveyed");
        }
        var all = new ArrayList<AcquiredPart>();
        found.parts().stream()
                .sorted(Comparator.comparing(SourcePart::source))
                .forEach(part -> all.add(AcquiredPart.of(part)));
        return with(found, all);
    }

    /** The part that is to be taken next; empty if all are over. */
    public OptionalInt next() {
        return IntStream.range(0, parts.size()).filter(at -> !parts.get(at).isOver()).findFirst();
    }

    /** The part at that place became this. */
    public StoreAcquisition at(int place, State state) {
        if (isOver()) {
            throw refused("go on");
        }
        var all = new ArrayList<>(parts);
        all.set(place, all.get(place).in(state));
        return with(survey, all);
    }

    /** Nothing more is done; what was not begun is given up. */
    public Transition<StoreAcquisition> end(Actor by, Instant at) {
        if (isOver()) {
            throw refused("end again");
        }
        var all =
                parts.stream()
                        .map(
                                part ->
                                        part.isOver()
                                                ? part
                                                : part.in(new State.NotTaken(Why.CANCELLED, "")))
                        .toList();
        var ended =
                new StoreAcquisition(
                        id, incident, store, sources, pace, purpose, because, this.by, askedAt,
                        survey, all, at);
        return Transition.to(
                ended, new AcquisitionEnded(incident, id, ended.taken(), ended.notTaken(), at, by));
    }

    /** How many parts became items. */
    public int taken() {
        return (int) parts.stream().filter(part -> part.state() instanceof State.Taken).count();
    }

    /** How many parts, and wanted sources without any, did not. */
    public int notTaken() {
        return (survey == null ? sources.size() : survey.missing().size())
                + (int)
                        parts.stream()
                                .filter(part -> part.state() instanceof State.NotTaken)
                                .count();
    }

    private StoreAcquisition with(@Nullable Survey found, List<AcquiredPart> all) {
        return new StoreAcquisition(
                id, incident, store, sources, pace, purpose, because, by, askedAt, found, all,
                endedAt);
    }

    private IllegalTransition refused(String verb) {
        return new IllegalTransition("acquisition " + id, isOver() ? "over" : "going on", verb);
    }
}
