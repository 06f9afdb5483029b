package dev.cordon.domain.detection.keeping;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That raw lines were deleted, and which. Written before they are: a line that is gone without one
 * was not deleted by the program.
 *
 * @param from in bytes since the log's beginning, inclusive
 * @param to exclusive
 * @param firstTakenAt when the first of them came in
 * @param lastTakenAt when the last of them came in
 * @param lines how many; 0 if they could not be read
 * @param digest of these bytes as they came in: whoever has a copy can show that it is the one
 * @param why which bound of the retention was reached
 * @param alert for lines that were cut out for an alert and kept for longer: that one. The times
 *     are then those of the cutting; null for the log itself
 * @param retention as it was then
 */
public record LogDeletion(
        UUID id,
        SourceId source,
        StoreId store,
        long from,
        long to,
        long lines,
        Instant firstTakenAt,
        Instant lastTakenAt,
        Sha256 digest,
        Why why,
        @Nullable AlertId alert,
        Terms retention,
        Actor by,
        Instant at) {

    /** Which bound was reached. */
    public enum Why {
        /** They came in longer ago than lines are kept. */
        AGE,
        /** There were more than are kept. */
        SIZE,
        /**
         * One of the two, and they could not be read any more: the digest is that of the bytes as
         * they lay on the disk, and nobody knows how many lines they were.
         */
        DAMAGED
    }

    /** What was in force. */
    public record Terms(String owner, int days, long bytes) {
        public static Terms of(Retention retention) {
            return new Terms(retention.owner(), retention.days(), retention.bytes());
        }
    }
}
