package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Rule;
import java.time.Duration;
import java.util.Set;

/**
 * A rule that raises alerts, as campaigns see it.
 *
 * @param alike the rules that count some of the same events, this one too
 */
record Watched(Rule rule, Family family, Set<Rule> alike) {

    private static final Duration HOUR = Duration.ofHours(1);

    /** Whether it looks back an hour at most: what it sees happens at once. */
    boolean isQuick() {
        return !(rule instanceof CorrelationRule each) || each.timespan().compareTo(HOUR) <= 0;
    }

    boolean isAbout(Rule other) {
        return alike.contains(other);
    }
}
