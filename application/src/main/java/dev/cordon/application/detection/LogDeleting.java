package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Piece;
import dev.cordon.application.detection.MatchedLines.Cut;
import dev.cordon.application.kernel.Damaged;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes the oldest lines of a log, piece by piece: first the proof, then the lines. */
@Supporting
class LogDeleting {

    private static final Logger LOG = LoggerFactory.getLogger(LogDeleting.class);

    /** So that lines of one day go together, a piece is closed a day after it was begun. */
    private static final Duration LONGEST_PIECE = Duration.ofDays(1);

    private static final int CHUNK = 1 << 16;

    private final LogSpool spool;
    private final MatchedLines matched;
    private final MatchedKeeping matching;
    private final KeptLogs kept;
    private final LogDeletions deletions;
    private final UnitOfWork work;
    private final Ids ids;
    private final InstantSource clock;

    LogDeleting(
            LogSpool spool,
            MatchedLines matched,
            MatchedKeeping matching,
            KeptLogs kept,
            LogDeletions deletions,
            UnitOfWork work,
            Ids ids,
            InstantSource clock) {
        this.spool = spool;
        this.matched = matched;
        this.matching = matching;
        this.kept = kept;
        this.deletions = deletions;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** What can be said of the bytes that go. */
    private record Contents(long lines, Sha256 digest, boolean opens) {

        LogDeletion.Why why(LogDeletion.Why bound) {
            return opens ? bound : LogDeletion.Why.DAMAGED;
        }
    }

    /** Opens what goes. */
    private interface Opening {
        InputStream open() throws IOException;
    }

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
        for (var cut : matching.over(log, now)) {
            deleteMatched(log, cut, by, now);
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
        matching.keep(log, oldest, now);
        var contents =
                contents(
                        () -> spool.open(log.id(), oldest.stretch()),
                        () -> spool.openAsItLies(log.id(), oldest.stretch()));
        var reason = contents.why(why.get());
        boolean proven = prove(log, proof(log, oldest, contents, reason, null, retention, by, now));
        if (proven) {
            spool.delete(log.id(), oldest.stretch());
        }
        return proven;
    }

    private void deleteMatched(LogSource log, Cut cut, Actor by, Instant now) throws IOException {
        var was = new Piece(cut.cutFrom(), cut.keptAt(), cut.keptAt(), true);
        var contents = contents(() -> matched.open(cut), () -> matched.openAsItLies(cut));
        var retention = work.commit(() -> kept.retention(log));
        var why = contents.why(LogDeletion.Why.AGE);
        if (prove(log, proof(log, was, contents, why, cut.alert(), retention, by, now))) {
            matched.delete(cut);
        }
    }

    /** Not while something holds it. */
    private boolean prove(LogSource log, LogDeletion proof) {
        return work.commit(
                () -> {
                    if (!kept.holds(log).isEmpty()) {
                        return false;
                    }
                    deletions.add(proof);
                    return true;
                });
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
            @Nullable AlertId alert,
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
                alert,
                LogDeletion.Terms.of(retention),
                by,
                now);
    }

    /** What does not open must not keep all that is behind it: then its bytes are proven. */
    private static Contents contents(Opening lines, Opening asItLies) throws IOException {
        try {
            return contents(lines.open());
        } catch (Damaged broken) {
            LOG.error("lines that do not open any more are deleted as they lie", broken);
            return new Contents(0, contents(asItLies.open()).digest(), false);
        }
    }

    private static Contents contents(InputStream bytes) throws IOException {
        var digest = Sha256.newDigest();
        long lines = 0;
        var chunk = new byte[CHUNK];
        try (var in = bytes) {
            for (int got = in.read(chunk); got >= 0; got = in.read(chunk)) {
                digest.update(chunk, 0, got);
                for (int i = 0; i < got; i++) {
                    lines += chunk[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Contents(lines, Sha256.ofDigest(digest.digest()), true);
    }
}
