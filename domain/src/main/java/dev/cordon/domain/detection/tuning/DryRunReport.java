package dev.cordon.domain.detection.tuning;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.tuning.Difference.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a dry run showed.
 *
 * @param from when the first line happened that was read; null if none was understood
 * @param wholeSince when the first line of the log happened that reaches back the least: what began
 *     before may look smaller than it was
 * @param to when the last one happened
 * @param bytes how much was read
 * @param lines how many lines were understood
 * @param took how long it took
 * @param counts how many alerts there are of each change, listed or not
 * @param differences the most important ones first
 * @param matched how many lines each rule about single lines matched, by its name: what its work,
 *     and that of whoever counts it, grows with
 * @param problems what could not be read, in English
 */
public record DryRunReport(
        @Nullable Instant from,
        @Nullable Instant wholeSince,
        @Nullable Instant to,
        long bytes,
        long lines,
        Duration took,
        Map<Change, Integer> counts,
        List<Difference> differences,
        Map<String, Long> matched,
        List<String> problems) {

    private static final int MOST = 300;

    public DryRunReport {
        counts = Map.copyOf(counts);
        differences = List.copyOf(differences);
        matched = Map.copyOf(matched);
        problems = List.copyOf(problems);
    }

    /** What was read. */
    public record Reading(
            @Nullable Instant from,
            @Nullable Instant wholeSince,
            @Nullable Instant to,
            long bytes,
            long lines,
            Duration took,
            Map<String, Long> matched,
            List<String> problems) {}

    /**
     * @param found what the changed rules found in it
     * @param raised alerts of campaigns that went on in it
     */
    public static DryRunReport of(Reading reading, List<Finding> found, List<Alert> raised) {
        var all = Comparison.of(found, raised, reading.wholeSince());
        var counts = new EnumMap<Change, Integer>(Change.class);
        all.forEach(each -> counts.merge(each.change(), 1, Integer::sum));
        return new DryRunReport(
                reading.from(),
                reading.wholeSince(),
                reading.to(),
                reading.bytes(),
                reading.lines(),
                reading.took(),
                counts,
                all.subList(0, Math.min(all.size(), MOST)),
                reading.matched(),
                reading.problems());
    }

    /** Nothing was read, for that reason. */
    public static DryRunReport unread(String problem) {
        var nothing =
                new Reading(null, null, null, 0, 0, Duration.ZERO, Map.of(), List.of(problem));
        return of(nothing, List.of(), List.of());
    }

    public int count(Change change) {
        return counts.getOrDefault(change, 0);
    }

    /** How many alerts are counted and not listed. */
    public int unlisted() {
        return counts.values().stream().mapToInt(Integer::intValue).sum() - differences.size();
    }
}
