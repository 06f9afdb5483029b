package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.log.SecretMark;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
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

    private static final int MARK_KEY = 32;

    private final LogSources sources;
    private final LogSpool spool;
    private final StoreWatches watches;
    private final Caller caller;
    private final SecretMark mark = mark();

    IngestLines(LogSources sources, LogSpool spool, StoreWatches watches, Caller caller) {
        this.sources = sources;
        this.spool = spool;
        this.watches = watches;
        this.caller = caller;
    }

    /**
     * @throws LogSpool.SpoolFull if detection is so far behind that no more is taken for now
     * @throws IOException if the lines broke off or could not be kept: none of them was taken
     */
    @Requires(Permission.LOG_INGEST)
    public Receipt ingest(Command command, InputStream lines) throws IOException {
        var source = sources.get(command.source(), caller.scope());
        var stretch = spool.append(source.id(), command.batch(), new RedactedLines(lines, mark));
        watches.news(source);
        return new Receipt(stretch.map(LogSpool.Stretch::length).orElse(0L));
    }

    private static SecretMark mark() {
        var key = new byte[MARK_KEY];
        new SecureRandom().nextBytes(key);
        return new SecretMark(key);
    }
}
