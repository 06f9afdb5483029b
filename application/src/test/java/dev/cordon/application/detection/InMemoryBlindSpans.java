package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** {@link BlindSpans} without a database. */
public final class InMemoryBlindSpans implements BlindSpans {

    private final Map<UUID, BlindSpan> spans = new LinkedHashMap<>();

    /** Every span, in the order they began. */
    public List<BlindSpan> all() {
        return List.copyOf(spans.values());
    }

    @Override
    public List<BlindSpan> lasting(SourceId source) {
        return spans.values().stream()
                .filter(span -> span.source().equals(source) && span.lasts())
                .toList();
    }

    @Override
    public Optional<BlindSpan> latestEnded(SourceId source, Blindness why) {
        return spans.values().stream()
                .filter(span -> span.source().equals(source) && span.why() == why)
                .filter(span -> !span.lasts())
                .max(Comparator.comparing(InMemoryBlindSpans::end));
    }

    @Override
    public List<BlindSpan> of(SourceId source, Instant since) {
        return spans.values().stream()
                .filter(span -> span.source().equals(source) && !end(span).isBefore(since))
                .sorted(Comparator.comparing(BlindSpan::from).reversed())
                .toList();
    }

    @Override
    public List<BlindSpan> within(StoreId store, Instant from, Instant to) {
        return spans.values().stream()
                .filter(span -> span.store().equals(store) && !end(span).isBefore(from))
                .filter(span -> !span.from().isAfter(to))
                .sorted(Comparator.comparing(BlindSpan::from))
                .toList();
    }

    @Override
    public void begin(BlindSpan span) {
        if (spans.put(span.id(), span) != null) {
            throw new IllegalStateException("begun twice: " + span);
        }
    }

    @Override
    public void change(BlindSpan span) {
        if (spans.replace(span.id(), span) == null) {
            throw new IllegalStateException("never begun: " + span);
        }
    }

    private static Instant end(BlindSpan span) {
        return span.until() == null ? Instant.MAX : span.until();
    }
}
