package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.CorrelationRule.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code correlation} part of a rule. */
final class Correlation {

    private static final Set<String> KEYS =
            Set.of(
                    "type",
                    "rules",
                    "group-by",
                    "timespan",
                    "condition",
                    "field",
                    "aliases",
                    "generate");
    private static final int MOST = 4_096;

    private Correlation() {}

    static CorrelationRule read(RuleHead head, Tree correlation) {
        correlation.allow(KEYS);
        var type = type(correlation.text("type"));
        var rules = correlation.texts("rules");
        if (rules.isEmpty()) {
            throw new Refused("the correlation names no rules");
        }
        var aliases = aliases(correlation);
        var groups =
                correlation.texts("group-by").stream()
                        .map(
                                name ->
                                        aliases.containsKey(name)
                                                ? new GroupField.Alias(name)
                                                : FieldNames.group(name))
                        .toList();
        return new CorrelationRule(
                head,
                type,
                rules,
                List.copyOf(groups),
                correlation.duration("timespan"),
                value(type, correlation),
                atLeast(type, correlation, rules.size()),
                aliases);
    }

    private static Type type(String name) {
        return switch (name) {
            case "event_count" -> Type.EVENT_COUNT;
            case "value_count" -> Type.VALUE_COUNT;
            case "temporal" -> Type.TEMPORAL;
            case "temporal_ordered", "ordered_temporal" -> Type.TEMPORAL_ORDERED;
            default -> throw new Refused("correlations of the type " + name + " are not supported");
        };
    }

    private static @Nullable GroupField value(Type type, Tree correlation) {
        if (type != Type.VALUE_COUNT) {
            return null;
        }
        if (correlation.has("field")) {
            return FieldNames.group(correlation.text("field"));
        }
        return FieldNames.group(correlation.tree("condition").text("field"));
    }

    private static int atLeast(Type type, Tree correlation, int rules) {
        boolean temporal = type == Type.TEMPORAL || type == Type.TEMPORAL_ORDERED;
        if (temporal && correlation.value("condition") == null) {
            return rules;
        }
        if (!(correlation.value("condition") instanceof Map)) {
            throw new Refused("the correlation's condition is not supported: only gte and gt are");
        }
        var condition = correlation.tree("condition");
        condition.allow(Set.of("gte", "gt", "field"));
        double number = condition.has("gte") ? condition.number("gte") : condition.number("gt") + 1;
        if (number < 1 || number > MOST || number != Math.rint(number)) {
            throw new Refused("the correlation's condition needs a whole number up to " + MOST);
        }
        return (int) number;
    }

    private static Map<String, Map<String, GroupField>> aliases(Tree correlation) {
        var all = new HashMap<String, Map<String, GroupField>>();
        if (correlation.value("aliases") == null) {
            return all;
        }
        var aliases = correlation.tree("aliases");
        for (var name : aliases.keys()) {
            var meant = Tree.of("the alias " + name, aliases.value(name));
            var fields = new HashMap<String, GroupField>();
            meant.keys().forEach(rule -> fields.put(rule, FieldNames.group(meant.text(rule))));
            all.put(name, fields);
        }
        return all;
    }
}
