package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** For which times a log showed nothing. What was marked stays; it only ends. */
public interface BlindSpans {

    /** Those of the log that have not ended. */
    List<BlindSpan> lasting(SourceId source);

    /** The one for that reason that ended last. */
    Optional<BlindSpan> latestEnded(SourceId source, Blindness why);

    /** Those of the log that had not ended by then, the latest first, at most a thousand. */
    List<BlindSpan> of(SourceId source, Instant since);

    /** Those of the store's logs that lie in that time, even if in part; the earliest first. */
    List<BlindSpan> within(StoreId store, Instant from, Instant to);

    /** Marks one that is not marked yet. */
    void begin(BlindSpan span);

    /** Stores when it ended and which alert tells of it. */
    void change(BlindSpan span);
}
