package dev.cordon.domain.detection.sensor;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time for which a log shows nothing, or not enough.
 *
 * @param from since when
 * @param until null while it lasts
 * @param alert the one that tells of it; null if the silence was planned
 */
public record BlindSpan(
        UUID id,
        SourceId source,
        StoreId store,
        Blindness why,
        Instant from,
        @Nullable Instant until,
        @Nullable AlertId alert) {

    public BlindSpan {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("a blind span ends after it began");
        }
    }

    public boolean lasts() {
        return until == null;
    }

    /** It is over; not before it began, whatever the clocks say. */
    public BlindSpan ended(Instant at) {
        return new BlindSpan(id, source, store, why, from, at.isBefore(from) ? from : at, alert);
    }

    public BlindSpan toldBy(AlertId alert) {
        return new BlindSpan(id, source, store, why, from, until, alert);
    }
}
