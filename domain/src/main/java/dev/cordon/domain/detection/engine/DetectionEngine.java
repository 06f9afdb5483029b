package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.IntakeCounts;
import dev.cordon.domain.detection.log.LogReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches one log source: bytes in, findings out. The result does not depend on how the bytes are
 * cut into pieces. Memory is bounded by the settings. Not safe for two threads.
 */
public final class DetectionEngine {

    private final List<Rule> rules;
    private final Visitors visitors;
    private final LogReader reader;

    /**
     * @param salt any number that the log's visitors cannot know
     */
    public DetectionEngine(DetectionSettings settings, long salt) {
        var limits = settings.limits();
        rules = List.of(new LoginRule(settings));
        visitors = new Visitors(limits.visitors(), salt, this::forget);
        reader = new LogReader(limits.longestLine(), limits.futureTolerance(), this::observe);
    }

    /** Campaigns seen before a restart; one that goes on keeps its reference. */
    public void remember(List<Finding> known) {
        rules.forEach(rule -> rule.remember(known));
    }

    /**
     * Takes the next bytes of the log.
     *
     * @param now when they came in: lines much later than that are not believed
     */
    public void feed(byte[] bytes, int from, int to, Instant now) {
        reader.feed(bytes, from, to, now);
    }

    /** What came in so far is complete: an unfinished line is a line. */
    public void endOfBatch() {
        reader.end();
    }

    /** The campaigns that are new or have grown since the last call. */
    public List<Finding> news() {
        var news = new ArrayList<Finding>();
        rules.forEach(rule -> rule.report(news::add));
        return news;
    }

    /** What came in so far and what became of it. */
    public IntakeCounts counts() {
        return reader.counts(visitors.forgotten());
    }

    private void observe(EventCursor line) {
        int visitor = visitors.numberOf(line.addressHigh(), line.addressLow());
        for (Rule rule : rules) {
            rule.observe(line, visitor);
        }
    }

    private void forget(int visitor) {
        rules.forEach(rule -> rule.forget(visitor));
    }
}
