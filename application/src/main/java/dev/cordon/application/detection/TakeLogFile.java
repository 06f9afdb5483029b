package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Permission;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a log file in that a person hands over. It goes the way of all lines, in pieces of whole
 * lines and each piece once: handed in again, the file goes on where it broke off.
 */
@StreamingUseCase
public class TakeLogFile {

    private static final Logger LOG = LoggerFactory.getLogger(TakeLogFile.class);

    /** For so long a piece waits for its turn; then the file is to be handed in again later. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private static final Duration UNREAD_WAIT = Duration.ofSeconds(2);
    private static final int BEGINNING = 256 * 1024;

    /** Which log the file is of. */
    public record Command(SourceId source) {}

    /**
     * What was read of a file.
     *
     * @param counts of all lines that were read of it, whether they were new or not
     * @param firstEventAt the earliest moment that a line speaks of; null if none was understood
     * @param added how many bytes of it were new
     */
    public record Read(IntakeCounts counts, @Nullable Instant firstEventAt, long added) {}

    /** What came of it. */
    public sealed interface Outcome {

        /** All of it is taken; if nothing was added, it was taken before. */
        record Taken(Read read) implements Outcome {}

        /**
         * None of its first lines was understood, so none was taken.
         *
         * @param looksLike the format that it seems to have; null if it is like none that is known
         */
        record OtherFormat(@Nullable LogFormat looksLike) implements Outcome {}

        /** It holds nothing. */
        record Empty() implements Outcome {}

        /** What was read of it stays; the rest was not taken. */
        record Stopped(Read soFar, Why why) implements Outcome {}
    }

    /** Why a file was not taken to its end. */
    public enum Why {
        /** It broke off on its way, or its packing is damaged. */
        BROKEN_OFF,
        /** The log may not send as much as to take it in reasonable time. */
        LIMIT,
        /** Detection has too many unread lines. */
        UNREAD,
        /** The disk did not take it. */
        NOT_KEPT
    }

    private final TakingLines taking;
    private final HandedIn handedIn;
    private final TakenPieces taken;
    private final DetectionSettings settings;
    private final Caller caller;
    private final InstantSource clock;

    TakeLogFile(
            TakingLines taking,
            HandedIn handedIn,
            TakenPieces taken,
            DetectionSettings settings,
            Caller caller,
            InstantSource clock) {
        this.taking = taking;
        this.handedIn = handedIn;
        this.taken = taken;
        this.settings = settings;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.STORE_MANAGE)
    public Outcome take(Command command, InputStream file) throws InterruptedException {
        var source = taking.source(command.source());
        var reading = new Reading(source);
        var outcome = reading.all(file);
        LOG.info(
                "a log file was handed in source={} by={} added={} outcome={}",
                source.id(),
                caller.actor(),
                reading.added,
                outcome.getClass().getSimpleName());
        return outcome;
    }

    /** A file on its way. */
    private final class Reading {

        private final LogSource source;
        private final LogReader reader;
        private long first = Long.MAX_VALUE;
        private long added;

        Reading(LogSource source) {
            var limits = settings.limits();
            this.source = source;
            this.reader =
                    new LogReader(
                            source.format(),
                            source.zone(),
                            limits.longestLine(),
                            limits.futureTolerance(),
                            this::look);
        }

        Outcome all(InputStream file) throws InterruptedException {
            try {
                var pieces = new LogFilePieces(file, handedIn);
                if (!pieces.next()) {
                    return new Outcome.Empty();
                }
                if (!isUnderstood(pieces)) {
                    return new Outcome.OtherFormat(looksLike(pieces));
                }
                do {
                    var why = keep(pieces);
                    if (why != null) {
                        return stopped(why);
                    }
                    reader.feed(pieces.bytes(), 0, pieces.length(), clock.instant());
                } while (pieces.next());
                return new Outcome.Taken(read());
            } catch (IOException e) {
                LOG.info("a log file for {} broke off: {}", source.id(), e.getMessage());
                return stopped(Why.BROKEN_OFF);
            }
        }

        private Outcome stopped(Why why) {
            return new Outcome.Stopped(read(), why);
        }

        /** Waits while the log may not send, or too much of it is unread; null once it is kept. */
        private @Nullable Why keep(LogFilePieces piece) throws InterruptedException {
            var waited = Duration.ZERO;
            while (true) {
                Why why;
                Duration pause;
                try {
                    keepOnce(piece);
                    return null;
                } catch (SourceTooFast e) {
                    why = Why.LIMIT;
                    pause = e.pause();
                } catch (LogSpool.SpoolFull e) {
                    why = Why.UNREAD;
                    pause = UNREAD_WAIT;
                } catch (IOException e) {
                    LOG.error("a log file for {} could not be kept", source.id(), e);
                    return Why.NOT_KEPT;
                }
                waited = waited.plus(pause);
                if (waited.compareTo(LONGEST_WAIT) > 0) {
                    return why;
                }
                handedIn.pause(pause);
            }
        }

        /** The spool knows the name too, should the program end before the piece is remembered. */
        private void keepOnce(LogFilePieces piece) throws IOException {
            var name = piece.name();
            if (!taken.has(source.id(), name)) {
                var lines = new ByteArrayInputStream(piece.bytes(), 0, piece.length());
                added += taking.take(source, "file-" + name, lines);
                taken.add(source.id(), name);
            }
        }

        private boolean isUnderstood(LogFilePieces piece) {
            var trial = new Reading(source).reader;
            trial.feed(piece.bytes(), 0, piece.length(), clock.instant());
            trial.end();
            return trial.counts(0).understood() > 0;
        }

        private @Nullable LogFormat looksLike(LogFilePieces piece) {
            int length = Math.min(BEGINNING, piece.length());
            return LogFormat.recognise(Arrays.copyOf(piece.bytes(), length)).orElse(null);
        }

        private void look(EventCursor event) {
            first = Math.min(first, event.epochSecond());
        }

        private Read read() {
            reader.end();
            return new Read(
                    reader.counts(0),
                    first == Long.MAX_VALUE ? null : Instant.ofEpochSecond(first),
                    added);
        }
    }
}
