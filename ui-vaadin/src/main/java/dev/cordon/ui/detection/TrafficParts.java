package dev.cordon.ui.detection;

import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficCounts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A log's numbers in parts of one length, also where nothing was.
 *
 * @param parts the earliest first
 */
record TrafficParts(List<Part> parts) {

    record Part(Instant from, TrafficCounts counts) {}

    static TrafficParts hours(List<Traffic.Part> counted, Instant first, int count) {
        return of(counted, count, number -> first.plus(Duration.ofHours(number)));
    }

    /** Days of the viewer's calendar: one of them may have 23 hours or 25. */
    static TrafficParts days(List<Traffic.Part> counted, ZonedDateTime first, int count) {
        return of(counted, count, number -> first.plusDays(number).toInstant());
    }

    long highest() {
        return parts.stream().mapToLong(part -> part.counts().lines()).max().orElse(0);
    }

    private static TrafficParts of(
            List<Traffic.Part> counted, int count, IntFunction<Instant> begin) {
        return new TrafficParts(
                IntStream.range(0, count)
                        .mapToObj(
                                number ->
                                        part(counted, begin.apply(number), begin.apply(number + 1)))
                        .toList());
    }

    private static Part part(List<Traffic.Part> counted, Instant from, Instant to) {
        return new Part(
                from,
                counted.stream()
                        .filter(part -> !part.from().isBefore(from) && part.from().isBefore(to))
                        .map(Traffic.Part::counts)
                        .reduce(TrafficCounts.NOTHING, TrafficCounts::plus));
    }
}
