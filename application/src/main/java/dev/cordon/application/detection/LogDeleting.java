package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Piece;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Deletes the oldest lines of a log, piece by piece: first the proof, then the lines. */
@Supporting
class LogDeleting {

    /** So that lines of one day go together, a piece is closed a day after it was begun. */
    private static final Duration LONGEST_PIECE = Duration.ofDays(1);

    private static final int CHUNK = 1 << 16;

    private final LogSpool spool;
    private final KeptLogs kept;
    private final LogDeletions deletions;
    private final UnitOfWork work;
    private final Ids ids;
    private final InstantSource clock;

    LogDeleting(
            LogSpool spool,
            KeptLogs kept,
            LogDeletions deletions,
            UnitOfWork work,
            Ids ids,
            InstantSource clock) {
        this.spool = spool;
        this.kept = kept;
        this.deletions = deletions;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    private record Contents(long lines, Sha256 digest) {}

    void deleteOld(LogSource log, Actor by) throws IOException {
        var now = clock.instant();
        var pieces = spool.pieces(log.id());
        if (!pieces.isEmpty()
                && pieces.getLast().firstTakenAt().isBefore(now.minus(LONGEST_PIECE))) {
            spool.turnOver(log.id());
        }
        while (deleteOldest(log, by, now)) {
            // The next one may be over too.
        }
    }

    private boolean deleteOldest(LogSource log, Actor by, Instant now) throws IOException {
        var pieces = spool.pieces(log.id());
        if (pieces.size() < 2 || !pieces.getFirst().mayGo()) {
            return false;
        }
        var oldest = pieces.getFirst();
        var retention = work.commit(() -> kept.retention(log));
        var why = why(pieces, retention, now);
        if (why.isEmpty() || work.commit(() -> !kept.holds(log).isEmpty())) {
            return false;
        }
        var contents = contents(log, oldest);
        boolean proven =
                work.commit(
                        () -> {
                            if (!kept.holds(log).isEmpty()) {
                                return false;
                            }
                            deletions.add(
                                    proof(log, oldest, contents, why.get(), retention, by, now));
                            return true;
                        });
        if (proven) {
            spool.delete(log.id(), oldest.stretch());
        }
        return proven;
    }

    private static Optional<LogDeletion.Why> why(
            List<Piece> pieces, Retention retention, Instant now) {
        if (pieces.getFirst().lastTakenAt().isBefore(retention.oldest(now))) {
            return Optional.of(LogDeletion.Why.AGE);
        }
        long bytes = pieces.stream().mapToLong(piece -> piece.stretch().length()).sum();
        return bytes > retention.bytes() ? Optional.of(LogDeletion.Why.SIZE) : Optional.empty();
    }

    private LogDeletion proof(
            LogSource log,
            Piece piece,
            Contents contents,
            LogDeletion.Why why,
            Retention retention,
            Actor by,
            Instant now) {
        return new LogDeletion(
                ids.next(),
                log.id(),
                log.store(),
                piece.stretch().from(),
                piece.stretch().to(),
                contents.lines(),
                piece.firstTakenAt(),
                piece.lastTakenAt(),
                contents.digest(),
                why,
                LogDeletion.Terms.of(retention),
                by,
                now);
    }

    private Contents contents(LogSource log, Piece piece) throws IOException {
        var digest = Sha256.newDigest();
        long lines = 0;
        var chunk = new byte[CHUNK];
        try (var in = spool.open(log.id(), piece.stretch())) {
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
                for (int i = 0; i < got; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Contents(lines, Sha256.ofDigest(digest.digest()));
    }
}
