package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.rule.Rule;
import java.util.Set;

/**
 * A rule that raises alerts, as campaigns see it.
 *
 * @param alike the rules that count some of the same events, this one too
 */
record Watched(Rule rule, Family family, Set<Rule> alike) {

    boolean isAbout(Rule other) {
        return alike.contains(other);
    }
}
