package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.NoRoom;
import dev.cordon.application.evidence.EvidenceVault.TooLarge;
import dev.cordon.application.evidence.StoreAcquisitions.Reading;
import dev.cordon.application.evidence.TakingIn.Kept;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.acquisition.AcquiredPart;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.State;
import dev.cordon.domain.evidence.acquisition.AcquiredPart.Why;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.acquisition.Survey;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAnswer;
import dev.cordon.domain.store.StoreFailure;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.BooleanSupplier;

/**
 * Goes on with an acquisition: asks the store what there is, then takes part after part. A part
 * that broke off is begun anew, a few times; what was taken stays taken. Card numbers, what must
 * not be opened by accident and lists of files are looked after as with any other intake.
 */
@StreamingUseCase
public class TakeFromStore {

    /** So often a part is begun before it is given up. */
    static final int TRIES = 6;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /**
     * @param goOn false once the run should end and be gone on with later
     */
    public record Command(AcquisitionId id, BooleanSupplier goOn) {}

    /** What came of a run. */
    public sealed interface Progress {
        record Over() implements Progress {}

        /** There is more to do, not before then. */
        record More(Instant notBefore) implements Progress {}
    }

    private final StoreAcquisitions acquisitions;
    private final Stores stores;
    private final StoreSources sources;
    private final TakingIn taking;
    private final Collecting collecting;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    TakeFromStore(
            StoreAcquisitions acquisitions,
            Stores stores,
            StoreSources sources,
            TakingIn taking,
            Collecting collecting,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.acquisitions = acquisitions;
        this.stores = stores;
        this.sources = sources;
        this.taking = taking;
        this.collecting = collecting;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Goes on with it; does nothing where all is done.
     *
     * @throws IOException if the vault does not take in now; what was done stays done
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public Progress take(Command command) throws IOException {
        var now = work.commit(() -> acquisitions.get(command.id(), StoreScope.ALL));
        var store = work.commit(() -> stores.get(now.store(), StoreScope.ALL));
        if (now.isOver()) {
            return new Progress.Over();
        }
        if (isCancelled(now)) {
            return end(now);
        }
        return now.survey() == null ? survey(now, store) : goOn(now, store, command.goOn());
    }

    private Progress survey(StoreAcquisition asked, Store store) {
        return switch (sources.survey(store, asked.sources())) {
            case StoreAnswer.Ok<Survey>(var found) -> {
                work.run(
                        () -> {
                            acquisitions.save(asked.surveyed(found));
                            acquisitions.waits(asked.id(), null);
                        });
                yield soon();
            }
            case StoreAnswer.Failed<Survey>(var why) when why.mayPass() -> {
                work.run(() -> acquisitions.waits(asked.id(), Reason.of(why).recorded()));
                yield new Progress.More(clock.instant().plus(FIRST_PAUSE));
            }
            case StoreAnswer.Failed<Survey>(var why) -> {
                work.run(
                        () -> {
                            var none =
                                    asked.surveyed(
                                            Survey.nothing(
                                                    asked.sources(), Reason.of(why).recorded()));
                            acquisitions.save(none);
                            acquisitions.end(none.end(caller.actor(), at()));
                        });
                yield new Progress.Over();
            }
        };
    }

    private Progress goOn(StoreAcquisition before, Store store, BooleanSupplier goOn)
            throws IOException {
        var now = before;
        for (var place = now.next(); place.isPresent(); place = now.next()) {
            if (isCancelled(now)) {
                return end(now);
            }
            if (!goOn.getAsBoolean()) {
                return soon();
            }
            now = part(now, place.getAsInt(), store);
            if (now.parts().get(place.getAsInt()).state() instanceof State.Waiting(var tries, _)) {
                return new Progress.More(clock.instant().plus(pause(tries)));
            }
        }
        return end(now);
    }

    /** Longer each time: half a minute, a minute, two. */
    private static Duration pause(int tries) {
        return FIRST_PAUSE.multipliedBy(1L << Math.max(0, tries - 1));
    }

    private StoreAcquisition part(StoreAcquisition now, int place, Store store) throws IOException {
        var part = now.parts().get(place);
        if (part.state() instanceof State.Taking(var item, _)
                && taking.hasTaken(item, now.incident())) {
            return saved(now.at(place, new State.Taken(item)));
        }
        int tries = tries(part) + 1;
        var item = collecting.next();
        var begun = saved(now.at(place, new State.Taking(item, tries)));
        return saved(begun.at(place, taken(begun, part.what(), store, item, tries)));
    }

    private static int tries(AcquiredPart part) {
        return switch (part.state()) {
            case State.Waiting(var tries, _) -> tries;
            case State.Taking(_, var tries) -> tries;
            case State.Taken _, State.NotTaken _ -> 0;
        };
    }

    private State taken(
            StoreAcquisition now, SourcePart part, Store store, EvidenceId item, int tries)
            throws IOException {
        var at = at();
        var command = command(now, part);
        var incident = taking.incident(command);
        try {
            var answer =
                    sources.read(
                            store,
                            part,
                            content ->
                                    taking.keep(
                                            incident,
                                            command.kind(),
                                            command.originalName(),
                                            new PacedStream(content, now.pace(), watch(now)),
                                            expected(part),
                                            now.because()));
            return switch (answer) {
                case StoreAnswer.Ok<Kept>(var kept) ->
                        new State.Taken(
                                taking.record(item, command, acquired(now, part, at), kept));
                case StoreAnswer.Failed<Kept>(var why) -> failed(why, tries);
            };
        } catch (PacedStream.Unwanted cancelled) {
            return new State.NotTaken(Why.CANCELLED, "");
        } catch (CardsInside cards) {
            return new State.NotTaken(Why.CARDS, Long.toString(cards.found()));
        } catch (TooLarge | NoRoom | NoTree large) {
            return new State.NotTaken(Why.TOO_LARGE, String.valueOf(large.getMessage()));
        }
    }

    private static State failed(StoreFailure why, int tries) {
        if (!why.mayPass()) {
            return new State.NotTaken(Why.NOT_GIVEN, Reason.of(why).recorded());
        }
        return tries < TRIES
                ? new State.Waiting(tries, Reason.of(why).recorded())
                : new State.NotTaken(Why.BROKE_OFF, Reason.of(why).recorded());
    }

    /** Keeps how much came, and ends the reading once nobody wants more. */
    private PacedStream.Watch watch(StoreAcquisition now) {
        var since = at();
        return bytes -> {
            work.run(() -> acquisitions.came(now.id(), new Reading(bytes, since)));
            return !isCancelled(now);
        };
    }

    private static long expected(SourcePart part) {
        return part.expected() == null ? -1 : part.expected();
    }

    private CollectEvidence.Command command(StoreAcquisition now, SourcePart part) {
        var kind =
                part.form() == SourcePart.Form.TAR
                        ? EvidenceKind.FILE_TREE
                        : EvidenceKind.STORE_EXPORT;
        return CollectEvidence.Command.file(
                        now.incident(),
                        "%s of the store".formatted(part.name()),
                        part.fileName(),
                        origin(now),
                        Purposes.askedFor(now.purpose(), now.by().name()))
                .of(kind);
    }

    private Acquisition acquired(StoreAcquisition now, SourcePart part, Instant at) {
        var survey = now.survey();
        return new Acquisition(
                caller.actor(),
                at,
                at(),
                "acquisition from a connected store",
                Collecting.TOOL + (survey == null ? "" : "; " + survey.tools()),
                part.command(),
                origin(now),
                survey == null ? null : survey.clockDrift(),
                null,
                at,
                part.covers());
    }

    private static String origin(StoreAcquisition now) {
        var survey = now.survey();
        return survey == null ? "" : survey.origin();
    }

    private boolean isCancelled(StoreAcquisition now) {
        return work.commit(() -> acquisitions.isCancelled(now.id()));
    }

    private Progress end(StoreAcquisition now) {
        work.run(() -> acquisitions.end(now.end(caller.actor(), at())));
        return new Progress.Over();
    }

    private StoreAcquisition saved(StoreAcquisition now) {
        work.run(() -> acquisitions.save(now));
        return now;
    }

    private Progress soon() {
        return new Progress.More(clock.instant());
    }

    private Instant at() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
