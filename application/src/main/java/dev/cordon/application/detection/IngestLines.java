package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes log lines in: all of a batch or nothing, safe on disk before the answer. Detection is woken
 * and reads them by itself; the sender waits for nothing but the disk.
 */
@StreamingUseCase
public class IngestLines {

    /**
     * @param batch the sender's name for this batch; sent again, it is not counted again. Null if
     *     the sender has none
     */
    public record Command(SourceId source, @Nullable String batch) {}

    /**
     * What came of it.
     *
     * @param taken how many bytes this batch added: none if it was taken before
     */
    public record Receipt(long taken) {}

    private final TakingLines taking;

    IngestLines(TakingLines taking) {
        this.taking = taking;
    }

    /**
     * @throws LogSpool.SpoolFull if detection is so far behind that no more is taken for now
     * @throws SourceTooFast if the source sends more than it may; none of the lines was read
     * @throws IOException if the lines broke off or could not be kept: none of them was taken
     */
    @Requires(Permission.LOG_INGEST)
    public Receipt ingest(Command command, InputStream lines) throws IOException {
        var source = taking.source(command.source());
        return new Receipt(taking.take(source, command.batch(), lines));
    }
}
