package dev.cordon.domain.detection.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A rule about the events of other rules (Sigma 2.1, "Correlation").
 *
 * @param rules names of the rules whose events it relates
 * @param groupBy only events with the same values there belong together; empty: the whole store
 * @param timespan the sliding window, in event time
 * @param value the field whose distinct values {@code value_count} counts; null for other types
 * @param atLeast how many events, or distinct values; for the temporal types the number of rules
 * @param aliases the name in {@code group-by} to the field that it means in each rule
 */
public record CorrelationRule(
        RuleHead head,
        Type type,
        List<String> rules,
        List<GroupField> groupBy,
        Duration timespan,
        @Nullable GroupField value,
        int atLeast,
        Map<String, Map<String, GroupField>> aliases)
        implements Rule {

    public CorrelationRule {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        aliases = Map.copyOf(aliases);
    }

    /** Whether a number of events or values makes it fire, which somebody may want otherwise. */
    public boolean counts() {
        return type == Type.EVENT_COUNT || type == Type.VALUE_COUNT;
    }

    /** The same with another number; one that does not count stays as it is. */
    CorrelationRule counting(int number) {
        return counts()
                ? new CorrelationRule(head, type, rules, groupBy, timespan, value, number, aliases)
                : this;
    }

    /** Rules that are equal have one name; hashing the rest would cost more than it tells. */
    @Override
    public int hashCode() {
        return head.name().hashCode();
    }

    /** How events are related. */
    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        TEMPORAL,
        TEMPORAL_ORDERED
    }
}
