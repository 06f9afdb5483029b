package dev.cordon.domain.detection.log;

import java.time.Instant;
import java.util.List;

/**
 * What a stretch of a log showed, by the minute and by the hour.
 *
 * @param to lines that begin before that place are counted here or were before
 * @param parts each step and moment once
 */
public record Traffic(long to, List<Part> parts) {

    /**
     * @param from when it begins, by the log's own times
     */
    public record Part(TrafficStep step, Instant from, TrafficCounts counts) {}

    public Traffic {
        parts = List.copyOf(parts);
    }
}
