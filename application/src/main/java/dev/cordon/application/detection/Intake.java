package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogSource;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source and its intake.
 *
 * @param counts of all that detection has read of it
 * @param lastReceivedAt when lines last came in; null if none ever did
 * @param lag for how long lines have waited to be read; nothing if all are
 * @param backlog how many bytes came in and were not read yet
 * @param passedOver how many bytes were gone before they could be read, or did not open, since the
 *     start
 * @param behind whether detection could not finish and will try again
 */
public record Intake(
        LogSource source,
        IntakeCounts counts,
        @Nullable Instant lastReceivedAt,
        Duration lag,
        long backlog,
        long passedOver,
        boolean behind) {}
