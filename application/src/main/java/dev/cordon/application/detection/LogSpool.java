package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The raw lines of each log source as they came in, safe on disk before they are acknowledged. Old
 * ones go when the source has more than it may keep, but none that detection may still need.
 */
public interface LogSpool {

    /**
     * A stretch of a source's log, in bytes since its beginning. Places keep their number when old
     * lines go.
     *
     * @param from inclusive
     * @param to exclusive
     */
    record Stretch(long from, long to) {
        public Stretch {
            if (from < 0 || to < from) {
                throw new IllegalArgumentException("not a stretch: " + from + " to " + to);
            }
        }

        public long length() {
            return to - from;
        }
    }

    /**
     * Appends all of these lines, or nothing if they break off, and returns once they are safe. The
     * last line needs no line end; one is added.
     *
     * @param batch the sender's name for this batch; the same name again appends nothing, so that a
     *     sender who heard no answer may send again. Null if the sender has none
     * @return where they lie now; empty if this batch was taken before
     * @throws SpoolFull if as much as may be kept still waits to be read; nothing was kept
     * @throws BatchTooLarge if they are too many for one batch; nothing was kept
     * @throws IOException if they broke off or the disk is full; nothing was kept
     */
    Optional<Stretch> append(SourceId source, @Nullable String batch, InputStream lines)
            throws IOException;

    /** What is still there of that source's log; of no length at its end if nothing is. */
    Stretch kept(SourceId source) throws IOException;

    /** So many bytes of each source are kept. */
    long limit();

    /**
     * Lines before that place were read, and what they showed is stored: they may go. A smaller
     * place than before changes nothing.
     */
    void release(SourceId source, long place) throws IOException;

    /** When lines last came in, also before the program started; empty if none ever did. */
    Optional<Instant> lastTakenAt(SourceId source) throws IOException;

    /**
     * Reads lines again, as they came in.
     *
     * @throws IOException if a part of it is not kept any more
     */
    InputStream open(SourceId source, Stretch stretch) throws IOException;

    /** Detection is so far behind that lines would have to go unread. */
    class SpoolFull extends IOException {
        public SpoolFull(SourceId source) {
            super(
                    "the log "
                            + source
                            + " has as many unread lines as it may keep; none of the batch was"
                            + " taken. Send it again later.");
        }
    }

    /** More lines than are taken at once. */
    class BatchTooLarge extends IOException {
        public BatchTooLarge(long limit) {
            super(
                    "the batch is larger than "
                            + limit
                            + " bytes; none of it was taken. Send it in smaller pieces.");
        }
    }
}
