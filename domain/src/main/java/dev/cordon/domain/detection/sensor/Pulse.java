package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.log.IntakeCounts;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a log did lately.
 *
 * @param listeningSince since when this program can have heard it without a break
 * @param lastReceivedAt when lines last came in; null if none ever did
 * @param lag for how long lines have waited to be read
 * @param backlog how many bytes wait to be read
 * @param counts of all that was read of it
 * @param lately of what was read since {@code latelyFrom}
 * @param latelyFrom some minutes ago
 */
public record Pulse(
        Instant listeningSince,
        @Nullable Instant lastReceivedAt,
        Duration lag,
        long backlog,
        IntakeCounts counts,
        IntakeCounts lately,
        Instant latelyFrom) {

    /** When it was last heard. */
    public Instant lastHeardAt() {
        return lastReceivedAt == null ? listeningSince : lastReceivedAt;
    }
}
