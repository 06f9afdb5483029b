package dev.cordon.infra.http.evidence;

import dev.cordon.application.evidence.AcquisitionQueries.Shown;
import dev.cordon.domain.evidence.acquisition.AcquiredPart;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.Why;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.evidence.acquisition.Survey.Absence;
import dev.cordon.domain.store.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An acquisition from a store.
 *
 * @param cancelled whether somebody wants no more of it
 * @param parts in the order in which they are taken; none until the store was asked
 * @param missing what of it the store does not give out
 * @param waits why the store could not be asked yet, in words
 * @param endedAt not there while there is more to do
 */
record AcquisitionJson(
        UUID id,
        UUID incident,
        UUID store,
        Set<StoreSource> sources,
        Pace pace,
        String purpose,
        @Nullable String because,
        String by,
        Instant askedAt,
        boolean cancelled,
        List<PartJson> parts,
        List<MissingJson> missing,
        @Nullable String waits,
        @Nullable Instant endedAt) {

    /** How far a part is. */
    enum Status {
        WAITING,
        TAKING,
        TAKEN,
        NOT_TAKEN
    }

    /**
     * A part, which becomes an item.
     *
     * @param came how many bytes have come; there while it is being taken
     * @param expected how many bytes may come; not there if nobody knows
     * @param item there once it is taken
     * @param why why it was not taken
     * @param said why it broke off or was not taken, in words
     */
    record PartJson(
            StoreSource source,
            String name,
            Status status,
            @Nullable Long came,
            @Nullable Long expected,
            @Nullable UUID item,
            @Nullable Why why,
            @Nullable String said) {}

    /** What the store does not give out, and why. */
    record MissingJson(StoreSource source, Absence why, String said) {}

    static AcquisitionJson of(Shown shown) {
        var all = shown.acquisition();
        var survey = all.survey();
        return new AcquisitionJson(
                all.id().value(),
                all.incident().value(),
                all.store().value(),
                all.sources(),
                all.pace(),
                all.purpose(),
                all.because(),
                all.by().reference(),
                all.askedAt(),
                shown.cancelled(),
                all.parts().stream().map(part -> part(part, shown.came())).toList(),
                survey == null
                        ? List.of()
                        : survey.missing().stream()
                                .map(
                                        one ->
                                                new MissingJson(
                                                        one.source(),
                                                        one.why(),
                                                        Reason.read(one.said()).why()))
                                .toList(),
                english(shown.waits()),
                all.endedAt());
    }

    private static PartJson part(AcquiredPart part, long came) {
        return switch (part.state()) {
            case State.Waiting(_, var why) ->
                    part(part, Status.WAITING, null, null, null, english(why));
            case State.Taking _ -> part(part, Status.TAKING, came, null, null, null);
            case State.Taken(var item) -> part(part, Status.TAKEN, null, item.value(), null, null);
            case State.NotTaken(var why, var said) ->
                    part(part, Status.NOT_TAKEN, null, null, why, english(said));
        };
    }

    private static PartJson part(
            AcquiredPart part,
            Status status,
            @Nullable Long came,
            @Nullable UUID item,
            @Nullable Why why,
            @Nullable String said) {
        var what = part.what();
        return new PartJson(
                what.source(), what.name(), status, came, what.expected(), item, why, said);
    }

    private static @Nullable String english(@Nullable String recorded) {
        return recorded == null ? null : Reason.read(recorded).why();
    }
}
