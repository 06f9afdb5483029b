package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code detection} part of a rule, and what a filter has in its place. */
final class Detection {

    /** What a detection comes to: of which classes, and what they must be like. */
    record Sought(Set<EventClass> classes, Condition condition) {}

    private static final int DEEPEST = 10;

    private final Placeholders placeholders;

    Detection(Placeholders placeholders) {
        this.placeholders = placeholders;
    }

    /**
     * @param besides keys that are no searches
     * @param classes of the rule's log source
     */
    Sought read(Tree detection, Set<String> besides, Set<EventClass> classes) {
        if (detection.has("timeframe")) {
            throw new Refused("a timeframe is Sigma 1; write a correlation rule instead");
        }
        var kept = EnumSet.noneOf(EventClass.class);
        Condition found = Conditions.NEVER;
        for (var assumed : EnumSet.copyOf(classes)) {
            var reading = new Reading(placeholders, assumed);
            var condition = condition(detection, besides, reading);
            if (!reading.hasAskedForClass()) {
                return sought(EnumSet.copyOf(classes), condition);
            }
            if (!condition.equals(Conditions.NEVER)) {
                if (!kept.isEmpty() && !condition.equals(found)) {
                    throw new Refused(
                            "it asks different things of different classes; make it two rules");
                }
                kept.add(assumed);
                found = condition;
            }
        }
        return sought(kept, found);
    }

    private static Sought sought(Set<EventClass> classes, Condition condition) {
        if (condition.equals(Conditions.NEVER)) {
            throw new Refused("its condition can never be true");
        }
        Conditions.size(condition);
        return new Sought(classes, condition);
    }

    private Condition condition(Tree detection, Set<String> besides, Reading reading) {
        var searches = new LinkedHashMap<String, Condition>();
        for (var key : detection.keys()) {
            if (!key.equals("condition") && !besides.contains(key)) {
                searches.put(key, search(key, detection.value(key), reading, 0));
            }
        }
        var conditions = detection.texts("condition");
        if (conditions.isEmpty()) {
            throw new Refused("there is no condition");
        }
        return Conditions.any(
                conditions.stream().map(text -> ConditionText.read(text, searches)).toList());
    }

    private Condition search(String name, @Nullable Object value, Reading reading, int depth) {
        if (depth > DEEPEST) {
            throw new Refused("the search " + name + " is nested too deeply");
        }
        return switch (value) {
            case null -> throw new Refused("the search " + name + " is empty");
            case Map<?, ?> map -> fields(name, Tree.of("the search " + name, map), reading);
            case List<?> list -> {
                var any = new ArrayList<Condition>();
                for (var each : list) {
                    any.add(search(name, each, reading, depth + 1));
                }
                if (any.isEmpty()) {
                    throw new Refused("the search " + name + " is empty");
                }
                yield Conditions.any(any);
            }
            default -> FieldCheck.keyword(reading).condition(value);
        };
    }

    private Condition fields(String name, Tree fields, Reading reading) {
        var all = new ArrayList<Condition>();
        for (var key : fields.keys()) {
            all.add(FieldCheck.of(key, reading).condition(fields.value(key)));
        }
        if (all.isEmpty()) {
            throw new Refused("the search " + name + " is empty");
        }
        return Conditions.all(all);
    }
}
