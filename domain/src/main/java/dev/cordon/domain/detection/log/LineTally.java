package dev.cordon.domain.detection.log;

import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts lines, and keeps a few of those that were not understood. */
final class LineTally {

    private static final int SAMPLES_EACH = 3;
    private static final int SAMPLE_EVERY = 1_024;

    private final long[] rejected = new long[Rejection.values().length];
    private final Map<Rejection, ArrayDeque<RejectedLine>> samples = new EnumMap<>(Rejection.class);
    private long understood;
    private long unclean;
    private long lastEvent = Long.MIN_VALUE;
    private @Nullable TrafficTally traffic;

    /** Counts by time too, from now on. */
    void count(TrafficTally by) {
        traffic = by;
    }

    /** What was counted by time since the last time; empty if that was not asked for. */
    Optional<Traffic> traffic() {
        return Optional.ofNullable(traffic).map(TrafficTally::take);
    }

    /** The event's lines were understood. */
    void understand(EventCursor event, LinePlace place, boolean clean) {
        understood += place.lines;
        unclean += clean ? 0 : place.lines;
        lastEvent = Math.max(lastEvent, event.epochSecond);
        if (traffic != null) {
            traffic.understand(event, place);
        }
    }

    /** One more line goes on an event that is already out. */
    void follow(LinePlace line) {
        understood++;
        if (traffic != null) {
            traffic.follow(line, lastEvent);
        }
    }

    /** What lies before that place and was not read is lost. */
    void skipTo(long offset) {
        if (traffic != null) {
            traffic.skipTo(offset);
        }
    }

    /** So many more lines were not understood; the first of them is shown. */
    void reject(
            Rejection reason, int lines, long number, long offset, byte[] bytes, int from, int to) {
        long before = rejected[reason.ordinal()];
        long count = before + lines;
        rejected[reason.ordinal()] = count;
        if (traffic != null) {
            traffic.reject(lines, offset, offset + to - from, lastEvent);
        }
        if (count > SAMPLES_EACH && count / SAMPLE_EVERY == before / SAMPLE_EVERY) {
            return;
        }
        var kept = samples.computeIfAbsent(reason, _ -> new ArrayDeque<>());
        if (kept.size() == SAMPLES_EACH) {
            kept.removeFirst();
        }
        kept.addLast(new RejectedLine(reason, number, offset, Excerpt.of(bytes, from, to)));
    }

    IntakeCounts counts(long bytes, long forgotten) {
        Map<Rejection, Long> byReason = new EnumMap<>(Rejection.class);
        long all = understood;
        for (Rejection reason : Rejection.values()) {
            long count = rejected[reason.ordinal()];
            all += count;
            if (count > 0) {
                byReason.put(reason, count);
            }
        }
        var shown = new ArrayList<RejectedLine>();
        samples.values().forEach(shown::addAll);
        return new IntakeCounts(
                bytes, all, understood, unclean, byReason, shown, lastEventAt(), forgotten);
    }

    private @Nullable Instant lastEventAt() {
        return lastEvent == Long.MIN_VALUE ? null : Instant.ofEpochSecond(lastEvent);
    }

    void save(StateWriter to) {
        to.number(understood);
        to.number(unclean);
        to.number(lastEvent);
        for (Rejection reason : Rejection.values()) {
            to.number(rejected[reason.ordinal()]);
            var shown = samples.get(reason);
            to.each(
                    shown == null ? List.<RejectedLine>of() : List.copyOf(shown),
                    line -> {
                        to.number(line.number());
                        to.number(line.offset());
                        to.text(line.excerpt());
                    });
        }
    }

    void restore(StateReader from) {
        understood = from.number();
        unclean = from.number();
        lastEvent = from.number();
        for (Rejection reason : Rejection.values()) {
            rejected[reason.ordinal()] = from.number();
            var shown = new ArrayDeque<RejectedLine>();
            from.each(
                    () ->
                            shown.add(
                                    new RejectedLine(
                                            reason, from.number(), from.number(), from.text())));
            samples.put(reason, shown);
        }
    }
}
