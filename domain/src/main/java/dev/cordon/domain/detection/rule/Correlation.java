package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.CorrelationRule.Type;
import java.util.HashMap;
import java.util.HashSet;
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
    private static final int MOST_RULES = 100;

    private final Tree correlation;
    private final Type type;
    private final List<String> rules;
    private final Map<String, Map<String, GroupField>> aliases;

    private Correlation(Tree correlation) {
        correlation.allow(KEYS);
        this.correlation = correlation;
        this.type = type(correlation.text("type"));
        this.rules = correlation.texts("rules");
        this.aliases = aliases(correlation);
    }

    static CorrelationRule read(RuleHead head, Tree correlation) {
        return new Correlation(correlation).rule(head);
    }

    private CorrelationRule rule(RuleHead head) {
        if (rules.isEmpty() || rules.size() > MOST_RULES) {
            throw new Refused("a correlation is of one to " + MOST_RULES + " rules");
        }
        if (new HashSet<>(rules).size() < rules.size()) {
            throw new Refused("the correlation names a rule twice");
        }
        var groups = correlation.texts("group-by").stream().distinct().map(this::group).toList();
        return new CorrelationRule(
                head,
                type,
                rules,
                List.copyOf(groups),
                correlation.duration("timespan"),
                value(),
                atLeast(),
                aliases);
    }

    private static Type type(String name) {
        return switch (name) {
            case "event_count" -> Type.EVENT_COUNT;
            case "value_count" -> Type.VALUE_COUNT;
            case "temporal" -> Type.TEMPORAL;
            case "temporal_ordered" -> Type.TEMPORAL_ORDERED;
            case "value_sum", "value_avg", "value_percentile", "value_median" ->
                    throw new Refused(
                            "the type " + name + " needs numbers to add up, which are not kept");
            default -> throw new Refused("no type of correlation is called " + name);
        };
    }

    private GroupField group(String name) {
        return aliases.containsKey(name) ? new GroupField.Alias(name) : FieldNames.group(name);
    }

    private boolean isTemporal() {
        return type == Type.TEMPORAL || type == Type.TEMPORAL_ORDERED;
    }

    private @Nullable GroupField value() {
        var condition =
                correlation.value("condition") instanceof Map
                        ? correlation.tree("condition")
                        : correlation;
        var field = (condition.has("field") ? condition : correlation).texts("field");
        if (type != Type.VALUE_COUNT) {
            if (!field.isEmpty()) {
                throw new Refused("only value_count counts the values of a field");
            }
            return null;
        }
        if (field.size() != 1) {
            throw new Refused("value_count counts the values of one field");
        }
        return group(field.getFirst());
    }

    private int atLeast() {
        var condition = correlation.value("condition");
        if (condition == null && isTemporal()) {
            return rules.size();
        }
        if (condition instanceof String) {
            throw new Refused(
                    isTemporal()
                            ? "a temporal condition with and, or, not is not supported"
                            : "the correlation's condition is no mapping such as {gte: 10}");
        }
        if (condition == null) {
            throw new Refused("the correlation has no condition");
        }
        int atLeast = atLeast(correlation.tree("condition"));
        if (type == Type.TEMPORAL && atLeast > rules.size()) {
            throw new Refused("the correlation asks for more rules than it names");
        }
        if (type == Type.TEMPORAL_ORDERED && atLeast != rules.size()) {
            throw new Refused("temporal_ordered is about all of its rules; it takes no condition");
        }
        return atLeast;
    }

    private static int atLeast(Tree condition) {
        for (var key : condition.keys()) {
            switch (key) {
                case "gte", "gt", "field" -> {}
                case "lt", "lte", "eq", "neq" ->
                        throw new Refused(
                                "a count is compared with gte or gt; "
                                        + key
                                        + " would fire before the window is over");
                default -> throw new Refused("a correlation's condition knows no " + key);
            }
        }
        if (condition.has("gte") == condition.has("gt")) {
            throw new Refused("the correlation's condition needs either gte or gt");
        }
        var key = condition.has("gte") ? "gte" : "gt";
        var text = String.valueOf(condition.value(key));
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        int atLeast = key.equals("gt") ? number + 1 : number;
        if (number < 0 || atLeast < 1 || atLeast > MOST) {
            throw new Refused("a correlation counts to a whole number from 1 to " + MOST);
        }
        return atLeast;
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
            all.put(name, Map.copyOf(fields));
        }
        return all;
    }
}
