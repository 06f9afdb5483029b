package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes events in as log shippers send them: all of a batch or nothing, safe on disk before the
 * answer. Each event is a line of the log, or carries one, as the log's format asks.
 */
@StreamingUseCase
public class IngestEvents {

    /**
     * @param batch the sender's name for this batch; sent again, it is not counted again. Null if
     *     the sender has none
     */
    public record Command(SourceId source, @Nullable String batch) {}

    /** Events that are read while they are taken. */
    @FunctionalInterface
    public interface EventBatch {

        /**
         * @param whole whether an event is a line itself; else a line is what it carries
         */
        InputStream lines(boolean whole) throws IOException;
    }

    private final TakingLines taking;

    IngestEvents(TakingLines taking) {
        this.taking = taking;
    }

    /**
     * @throws LogSpool.SpoolFull if detection is so far behind that no more is taken for now
     * @throws SourceTooFast if the source sends more than it may; none of the events was read
     * @throws IOException if the events broke off, are none, or could not be kept: none was taken
     */
    @Requires(Permission.LOG_INGEST)
    public IngestLines.Receipt ingest(Command command, EventBatch events) throws IOException {
        var source = taking.source(command.source());
        var lines = events.lines(source.format().hasJsonLines());
        return new IngestLines.Receipt(taking.take(source, command.batch(), lines));
    }
}
