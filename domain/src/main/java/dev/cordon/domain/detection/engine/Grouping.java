package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.match.Hashes;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.GroupField;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a correlation groups events, and which value it counts. */
final class Grouping {

    private final List<GroupField> fields;
    private final @Nullable GroupField value;
    private final Map<String, Map<String, GroupField>> aliases;
    private final Plan plan;
    private final boolean byAddress;

    Grouping(CorrelationRule rule, Plan plan) {
        this(rule.groupBy(), rule.value(), rule.aliases(), plan);
    }

    private Grouping(
            List<GroupField> fields,
            @Nullable GroupField value,
            Map<String, Map<String, GroupField>> aliases,
            Plan plan) {
        this.fields = fields;
        this.value = value;
        this.aliases = aliases;
        this.plan = plan;
        this.byAddress =
                fields.size() == 1 && fields.getFirst() instanceof GroupField.SourceAddress;
    }

    static Grouping byAddress(Plan plan) {
        return new Grouping(List.of(new GroupField.SourceAddress()), null, Map.of(), plan);
    }

    /** The same groups, every event counted. */
    Grouping withoutValue() {
        return new Grouping(fields, null, aliases, plan);
    }

    boolean isByAddress() {
        return byAddress;
    }

    boolean isDistinct() {
        return value != null;
    }

    /** Equal for correlations that group alike. */
    Object identity() {
        return List.of(fields, aliases, value == null ? "" : value);
    }

    /** The group of an event that the rule matched; null if it has none. */
    @Nullable Key keyOf(Signal signal, int rule) {
        if (fields.isEmpty()) {
            return Key.STORE;
        }
        if (byAddress) {
            return signal.addressed ? signal.key() : null;
        }
        long hash = 1;
        for (var field : fields) {
            long one = valueOf(field, signal, rule);
            if (one == 0) {
                return null;
            }
            hash = Hashes.mixed(hash, one);
        }
        return new Key(hash, fields.size(), false);
    }

    /** The value to count; 0 if the event has none. */
    long valueOf(Signal signal, int rule) {
        return value == null ? 1 : valueOf(value, signal, rule);
    }

    private long valueOf(GroupField field, Signal signal, int rule) {
        return switch (field) {
            case GroupField.Alias(var name) -> {
                var meant = aliases.getOrDefault(name, Map.of()).get(nameOf(rule));
                yield meant == null ? 0 : valueOf(meant, signal, rule);
            }
            case GroupField.SourceAddress _, GroupField.Field _, GroupField.ResolvedPath _ ->
                    signal.value(field);
        };
    }

    private String nameOf(int rule) {
        return plan.rules().get(rule).head().name();
    }
}
