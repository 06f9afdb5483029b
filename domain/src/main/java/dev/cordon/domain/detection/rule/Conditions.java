package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Or;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes conditions as simple as they can be: nothing constant inside, nothing nested in its like.
 */
final class Conditions {

    static final Condition ALWAYS = new And(List.of());
    static final Condition NEVER = new Or(List.of());

    private static final int MOST = 50_000;

    private Conditions() {}

    static Condition all(List<? extends Condition> parts) {
        var all = new ArrayList<Condition>();
        for (var part : parts) {
            if (part.equals(NEVER)) {
                return NEVER;
            }
            add(all, part, part instanceof And(var inner) ? inner : null);
        }
        return all.size() == 1 ? all.getFirst() : new And(all);
    }

    static Condition any(List<? extends Condition> parts) {
        var any = new ArrayList<Condition>();
        for (var part : parts) {
            if (part.equals(ALWAYS)) {
                return ALWAYS;
            }
            add(any, part, part instanceof Or(var inner) ? inner : null);
        }
        return any.size() == 1 ? any.getFirst() : new Or(any);
    }

    static Condition not(Condition condition) {
        if (condition instanceof Not(var inner)) {
            return inner;
        }
        if (condition.equals(ALWAYS) || condition.equals(NEVER)) {
            return condition.equals(ALWAYS) ? NEVER : ALWAYS;
        }
        return new Not(condition);
    }

    private static void add(List<Condition> all, Condition part, @Nullable List<Condition> like) {
        if (like == null) {
            all.add(part);
        } else {
            all.addAll(like);
        }
        if (all.size() > MOST) {
            throw new Refused("the rule asks for more than " + MOST + " things");
        }
    }

    /** How many tests it holds, counted as often as they stand there. */
    static int size(Condition condition) {
        return switch (condition) {
            case And(var all) -> size(all);
            case Or(var any) -> size(any);
            case Not(var not) -> size(not);
            case Condition.Text _, Condition.Present _, Condition.Number _, Condition.Network _ ->
                    1;
        };
    }

    private static int size(List<Condition> parts) {
        int sum = 0;
        for (var part : parts) {
            sum += size(part);
            if (sum > MOST) {
                throw new Refused("the rule asks for more than " + MOST + " things");
            }
        }
        return sum;
    }
}
