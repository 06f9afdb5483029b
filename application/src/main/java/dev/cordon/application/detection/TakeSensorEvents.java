package dev.cordon.application.detection;

import dev.cordon.application.detection.IngestEvents.EventBatch;
import dev.cordon.application.detection.SensorRefused.Reason;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.SensorBatch;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Takes in what a store's sensor plugin tells, all of a batch or nothing, safe on disk before the
 * answer. The signature decides, and the database is not asked.
 */
@StreamingUseCase
public class TakeSensorEvents {

    public record Command(SourceId source, SensorBatch batch) {}

    private final SourceDirectory directory;
    private final SecretSeal seal;
    private final SensorNonces nonces;
    private final SensorBooks books;
    private final SensorKeyTakeOver takeOver;
    private final TakingLines taking;
    private final Caller caller;
    private final InstantSource clock;

    TakeSensorEvents(
            SourceDirectory directory,
            SecretSeal seal,
            SensorNonces nonces,
            SensorBooks books,
            SensorKeyTakeOver takeOver,
            TakingLines taking,
            Caller caller,
            InstantSource clock) {
        this.directory = directory;
        this.seal = seal;
        this.nonces = nonces;
        this.books = books;
        this.takeOver = takeOver;
        this.taking = taking;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param events what the body holds; read once the signature is known to be right
     * @throws NotFound if no sensor was given out for such a source
     * @throws SensorRefused if it is not the sensor's, not of now, or came before
     * @throws LogSpool.SpoolFull if detection is so far behind that no more is taken for now
     * @throws SourceTooFast if the source sends more than it may
     * @throws IOException if the body holds no events, or they could not be kept
     */
    @Requires(Permission.LOG_INGEST)
    public IngestLines.Receipt take(Command command, EventBatch events)
            throws IOException, SensorRefused {
        var door = directory.sensorAt(command.source()).orElseThrow(() -> noDoor(command));
        var source = source(command);
        var batch = command.batch();
        int secret = secretOf(batch, door);
        if (!batch.isOf(clock.instant())) {
            throw new SensorRefused(
                    Reason.TIME,
                    "It was signed at another time. Nothing was taken. Compare the clocks of the"
                            + " store and of Cordon.");
        }
        if (!nonces.take(source.id(), batch.nonce(), clock.instant())) {
            throw new SensorRefused(Reason.REPLAY, "It came before. Nothing was taken again.");
        }
        long taken = taking.take(source, nameOf(batch), events.lines(true));
        var now = clock.instant();
        books.write(
                source.id(),
                book ->
                        taken > 0
                                ? book.heard(batch.run(), batch.sequence(), now)
                                : book.heardAgain(batch.run(), batch.sequence(), now));
        if (secret == 0 && door.sealed().size() > 1) {
            takeOver.settle(door);
        }
        return new IngestLines.Receipt(taken);
    }

    /** Which of the secrets it is signed with. */
    private int secretOf(SensorBatch batch, SensorDoor door) throws SensorRefused {
        int fits = -1;
        for (int i = 0; i < door.sealed().size(); i++) {
            var secret = seal.open(door.id(), door.sealed().get(i));
            if (batch.isSignedWith(secret, door.source().value())) {
                fits = i;
            }
        }
        if (fits < 0) {
            throw new SensorRefused(
                    Reason.SIGNATURE,
                    "The signature does not fit. Nothing was taken. Give the sensor out anew on the"
                            + " store's page and upload it in WordPress.");
        }
        return fits;
    }

    /** What is sent again because the answer was lost has the same number and content. */
    private static String nameOf(SensorBatch batch) {
        return "%s/%d/%s".formatted(batch.run(), batch.sequence(), Sha256.of(batch.body()));
    }

    private LogSource source(Command command) {
        return directory
                .find(command.source())
                .filter(source -> caller.scope().covers(source.store()))
                .orElseThrow(() -> noDoor(command));
    }

    private static NotFound noDoor(Command command) {
        return new NotFound("sensor of the log " + command.source());
    }
}
