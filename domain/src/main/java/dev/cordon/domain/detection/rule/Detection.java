package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Or;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the {@code detection} part of a rule. */
final class Detection {

    private static final int DEEPEST = 10;

    private final Map<String, List<String>> placeholders;

    Detection(Map<String, List<String>> placeholders) {
        this.placeholders = placeholders;
    }

    Condition read(Tree detection) {
        if (detection.has("timeframe")) {
            throw new Refused("a timeframe is Sigma 1; write a correlation rule instead");
        }
        var searches = new LinkedHashMap<String, Condition>();
        for (var key : detection.keys()) {
            if (!key.equals("condition")) {
                searches.put(key, search(detection.value(key), 0));
            }
        }
        var conditions = detection.texts("condition");
        if (conditions.isEmpty()) {
            throw new Refused("the detection has no condition");
        }
        return simple(
                new Or(
                        conditions.stream()
                                .map(text -> ConditionText.read(text, searches))
                                .toList()));
    }

    private Condition search(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new Refused("a search is nested too deeply");
        }
        if (value instanceof Map) {
            return fields(Tree.of("a search", value));
        }
        if (!(value instanceof List<?> list)) {
            return new FieldTest(null, placeholders).condition(value);
        }
        var any = new ArrayList<Condition>();
        for (var each : list) {
            any.add(search(each, depth + 1));
        }
        return new Or(any);
    }

    private Condition fields(Tree fields) {
        var all = new ArrayList<Condition>();
        for (var name : fields.keys()) {
            all.add(new FieldTest(name, placeholders).condition(fields.value(name)));
        }
        return new And(all);
    }

    /** The same with what is alone in a list taken out of it. */
    static Condition simple(Condition condition) {
        return switch (condition) {
            case And(var all) -> {
                var parts = all.stream().map(Detection::simple).toList();
                yield parts.size() == 1 ? parts.getFirst() : new And(parts);
            }
            case Or(var any) -> {
                var parts = any.stream().map(Detection::simple).toList();
                yield parts.size() == 1 ? parts.getFirst() : new Or(parts);
            }
            case Condition.Not(var not) -> new Condition.Not(simple(not));
            default -> condition;
        };
    }
}
