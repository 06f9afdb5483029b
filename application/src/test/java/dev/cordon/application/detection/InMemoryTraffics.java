package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.log.Traffic;
import dev.cordon.domain.detection.log.TrafficCounts;
import dev.cordon.domain.detection.log.TrafficStep;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@link Traffics} without a database. */
public final class InMemoryTraffics implements Traffics {

    private final Map<SourceId, Long> places = new HashMap<>();
    private final Map<SourceId, Map<TrafficStep, TreeMap<Instant, TrafficCounts>>> all =
            new HashMap<>();
    private boolean away;

    /** Whether nobody can be asked up to where lines were counted. */
    public void isAway(boolean now) {
        away = now;
    }

    @Override
    public long countedTo(SourceId source) {
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return place(source);
    }

    private long place(SourceId source) {
        return places.getOrDefault(source, 0L);
    }

    @Override
    public void add(SourceId source, long seen, Traffic traffic) {
        if (place(source) == seen) {
            places.put(source, traffic.to());
            traffic.parts()
                    .forEach(
                            part ->
                                    of(source, part.step())
                                            .merge(
                                                    part.from(),
                                                    part.counts(),
                                                    TrafficCounts::plus));
        }
    }

    @Override
    public List<Traffic.Part> between(SourceId source, TrafficStep step, Instant from, Instant to) {
        return of(source, step).subMap(from, to).entrySet().stream()
                .map(each -> new Traffic.Part(step, each.getKey(), each.getValue()))
                .toList();
    }

    @Override
    public void forget(TrafficStep step, Instant before) {
        all.keySet().forEach(source -> of(source, step).headMap(before).clear());
    }

    private TreeMap<Instant, TrafficCounts> of(SourceId source, TrafficStep step) {
        return all.computeIfAbsent(source, _ -> new EnumMap<>(TrafficStep.class))
                .computeIfAbsent(step, _ -> new TreeMap<>());
    }
}
