package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficStep;
import java.time.Instant;
import java.util.List;

/** What each log showed over time, in numbers that outlive its lines. */
public interface Traffics {

    /** Up to which place of the log lines were counted; 0 if none were. */
    long countedTo(SourceId source);

    /**
     * Adds to what is there, all of it or nothing.
     *
     * @param seen up to which place lines were counted as far as the caller knows; if it is another
     *     one, this was added before, and nothing is done
     */
    void add(SourceId source, long seen, Traffic traffic);

    /**
     * What began from then on and before {@code to}, the earliest first; where nothing was, none.
     */
    List<Traffic.Part> between(SourceId source, TrafficStep step, Instant from, Instant to);

    /** Forgets what began before that moment, of all logs. */
    void forget(TrafficStep step, Instant before);
}
