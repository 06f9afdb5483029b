package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;
import java.util.Set;

/**
 * Which events a rule looks at: what Sigma's {@code logsource} comes to.
 *
 * @param classes the classes of OCSF it is about; empty for all
 */
public record EventSource(Set<EventClass> classes) {

    public EventSource {
        classes = Set.copyOf(classes);
    }
}
