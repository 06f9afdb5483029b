package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Piece;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of the logs, what holds it, and what was deleted. */
@Queries
public class KeepingQueries {

    /**
     * What is kept of a log.
     *
     * @param holds what forbids to delete it
     * @param bytes how many are kept now
     * @param oldestTakenAt when the oldest of them came in; null if nothing is kept
     */
    public record Keeping(
            Retention retention,
            List<LegalHold> holds,
            long bytes,
            @Nullable Instant oldestTakenAt) {}

    private final LogSources sources;
    private final KeptLogs kept;
    private final LegalHolds holds;
    private final LogDeletions deletions;
    private final LogSpool spool;
    private final Caller caller;

    KeepingQueries(
            LogSources sources,
            KeptLogs kept,
            LegalHolds holds,
            LogDeletions deletions,
            LogSpool spool,
            Caller caller) {
        this.sources = sources;
        this.kept = kept;
        this.holds = holds;
        this.deletions = deletions;
        this.spool = spool;
        this.caller = caller;
    }

    @Requires(Permission.ALERT_READ)
    public Keeping keeping(SourceId source) {
        var log = sources.get(source, caller.scope());
        var pieces = pieces(source);
        return new Keeping(
                kept.retention(log),
                kept.holds(log),
                pieces.stream().mapToLong(piece -> piece.stretch().length()).sum(),
                pieces.isEmpty() ? null : pieces.getFirst().firstTakenAt());
    }

    /** Active and released ones, the latest first. */
    @Requires(Permission.ALERT_READ)
    public List<LegalHold> holds() {
        return holds.all(caller.scope());
    }

    /** What was deleted of the log, the latest first. */
    @Requires(Permission.ALERT_READ)
    public Page<LogDeletion> deletions(SourceId source, Page.Request page) {
        return deletions.list(sources.get(source, caller.scope()).id(), page);
    }

    private List<Piece> pieces(SourceId source) {
        try {
            return spool.pieces(source).stream()
                    .filter(piece -> piece.stretch().length() > 0)
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
