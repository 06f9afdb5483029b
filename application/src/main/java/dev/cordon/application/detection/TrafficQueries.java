package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficStep;
import dev.cordon.domain.people.Permission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What logs showed over time, in numbers. */
@Queries
public class TrafficQueries {

    /** A day and a bit by the minute, two months by the hour. */
    static final int MOST = 1_500;

    private final LogSources sources;
    private final Traffics traffics;
    private final Caller caller;

    TrafficQueries(LogSources sources, Traffics traffics, Caller caller) {
        this.sources = sources;
        this.traffics = traffics;
        this.caller = caller;
    }

    /**
     * What began from then on and before {@code to}, the earliest first; none where nothing was.
     *
     * @throws IllegalArgumentException if that is no time or too long a one
     */
    @Requires(Permission.ALERT_READ)
    public List<Traffic.Part> of(SourceId source, TrafficStep step, Instant from, Instant to) {
        var log = sources.get(source, caller.scope());
        if (!from.isBefore(to)
                || Duration.between(from, to).compareTo(step.length().multipliedBy(MOST)) > 0) {
            throw new IllegalArgumentException(
                    "the time begins before it ends, and holds at most "
                            + MOST
                            + " steps; ask for less at once, or by the hour");
        }
        return traffics.between(log.id(), step, from, to);
    }
}
