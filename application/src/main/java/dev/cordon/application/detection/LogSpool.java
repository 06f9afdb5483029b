package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The raw lines of each log source as they came in, safe on disk before they are acknowledged. They
 * lie in pieces, one after the other, of which the oldest can be deleted.
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

    /** So many bytes of each source may wait to be read, and are kept if nobody says otherwise. */
    long limit();

    /**
     * Lines before that place were read, and what they showed is stored: they may go. A smaller
     * place than before changes nothing.
     */
    void release(SourceId source, long place) throws IOException;

    /**
     * A part of a source's log that goes as a whole.
     *
     * @param firstTakenAt when the first of its lines came in, or a little before
     * @param lastTakenAt when the last of them came in
     * @param mayGo whether all of it was read and what it showed is stored
     */
    record Piece(Stretch stretch, Instant firstTakenAt, Instant lastTakenAt, boolean mayGo) {}

    /** What is kept of that source's log, the oldest first; the last one still grows. */
    List<Piece> pieces(SourceId source) throws IOException;

    /** What comes in next begins a new piece. */
    void turnOver(SourceId source) throws IOException;

    /**
     * Deletes the oldest piece. Places keep their number.
     *
     * @throws IllegalArgumentException if it is not the oldest one, still grows or may not go
     */
    void delete(SourceId source, Stretch piece) throws IOException;

    /** When lines last came in, also before the program started; empty if none ever did. */
    Optional<Instant> lastTakenAt(SourceId source) throws IOException;

    /**
     * Reads lines again, as they came in. Where they do not open, reading fails with {@link
     * dev.cordon.application.kernel.Damaged}, once all before that place has come out.
     *
     * @throws IOException if a part of it is not kept any more
     */
    InputStream open(SourceId source, Stretch stretch) throws IOException;

    /**
     * Where lines may open again, behind a place where they do not.
     *
     * @param place of the first byte that did not come out
     * @return behind that place; the end of what is kept if nothing before it opens
     */
    long readableAfter(SourceId source, long place) throws IOException;

    /** The bytes of a piece as they lie on disk, whether they open or not. */
    InputStream openAsItLies(SourceId source, Stretch piece) throws IOException;

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
