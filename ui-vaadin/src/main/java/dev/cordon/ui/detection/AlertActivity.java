package dev.cordon.ui.detection;

import dev.cordon.domain.detection.AddressFacts;
import dev.cordon.domain.detection.Finding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many attacking addresses an alert shows in each part of its time: those that had been seen
 * and were still to be seen again.
 *
 * @param length of each part, a round one
 * @param parts the earliest first; together they hold the whole time
 */
record AlertActivity(Duration length, List<Part> parts) {

    private static final int MOST_PARTS = 32;

    /** Round lengths of time, from a second to 30 days. */
    private static final List<Duration> LENGTHS =
            IntStream.of(
                            1, 5, 15, 30, 60, 300, 600, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400,
                            604_800, 2_592_000)
                    .mapToObj(Duration::ofSeconds)
                    .toList();

    /**
     * @param active addresses seen in it, or before and after it
     * @param began those of them that were first seen in it
     */
    record Part(Instant from, int active, int began) {}

    static AlertActivity of(Finding finding) {
        var length = length(Duration.between(finding.startedAt(), finding.lastSeenAt()));
        var first = floor(finding.startedAt(), length);
        int count = place(finding.lastSeenAt(), first, length) + 1;
        var began = new int[count];
        var ended = new int[count + 1];
        for (var facts : finding.addresses()) {
            began[within(facts.firstSeen(), first, length, count)]++;
            ended[within(lastSeen(facts), first, length, count) + 1]++;
        }
        var active = new int[count];
        for (int at = 0, now = 0; at < count; at++) {
            now += began[at] - ended[at];
            active[at] = now;
        }
        return new AlertActivity(
                length,
                IntStream.range(0, count)
                        .mapToObj(
                                at ->
                                        new Part(
                                                first.plus(length.multipliedBy(at)),
                                                active[at],
                                                began[at]))
                        .toList());
    }

    int highest() {
        return parts.stream().mapToInt(Part::active).max().orElse(0);
    }

    private static Duration length(Duration whole) {
        return LENGTHS.stream()
                .filter(each -> whole.dividedBy(each) < MOST_PARTS - 1)
                .findFirst()
                .orElseGet(() -> whole.dividedBy(MOST_PARTS - 2).plusSeconds(1));
    }

    private static Instant floor(Instant at, Duration length) {
        return Instant.ofEpochSecond(
                Math.floorDiv(at.getEpochSecond(), length.toSeconds()) * length.toSeconds());
    }

    private static int place(Instant at, Instant first, Duration length) {
        return Math.toIntExact(Duration.between(first, at).dividedBy(length));
    }

    private static int within(Instant at, Instant first, Duration length, int count) {
        return Math.clamp(place(at, first, length), 0, count - 1);
    }

    /** Logs are not always in order. */
    private static Instant lastSeen(AddressFacts facts) {
        return facts.lastSeen().isBefore(facts.firstSeen()) ? facts.firstSeen() : facts.lastSeen();
    }
}
