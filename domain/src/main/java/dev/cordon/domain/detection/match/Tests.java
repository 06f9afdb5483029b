package dev.cordon.domain.detection.match;

import dev.cordon.domain.detection.rule.Condition;
import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Network;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Number;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import dev.cordon.domain.detection.rule.Condition.Or;
import dev.cordon.domain.detection.rule.Condition.Present;
import dev.cordon.domain.detection.rule.Condition.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The different tests of many rules, numbered: what two rules ask is answered once. */
final class Tests {

    private final Map<Condition, Integer> numbers = new LinkedHashMap<>();

    /** Numbers the tests of the condition. */
    void collect(Condition condition) {
        switch (condition) {
            case And(var all) -> all.forEach(this::collect);
            case Or(var any) -> any.forEach(this::collect);
            case Not(var not) -> collect(not);
            case Text _, Present _, Number _, Network _ ->
                    numbers.putIfAbsent(condition, numbers.size());
        }
    }

    int count() {
        return numbers.size();
    }

    List<Map.Entry<Condition, Integer>> all() {
        return new ArrayList<>(numbers.entrySet());
    }

    /** The condition as a question about these tests. */
    Question compile(Condition condition) {
        return switch (condition) {
            case And(var all) -> new Question.All(compile(all));
            case Or(var any) -> new Question.Any(compile(any));
            case Not(var not) -> new Question.Opposite(compile(not));
            case Text _, Present _, Number _, Network _ ->
                    new Question.Single(numbers.getOrDefault(condition, -1));
        };
    }

    private Question[] compile(List<Condition> conditions) {
        return conditions.stream().map(this::compile).toArray(Question[]::new);
    }

    /** Whether the condition asks for what is different in every line. */
    static boolean isPerLine(Condition condition) {
        return switch (condition) {
            case And(var all) -> all.stream().anyMatch(Tests::isPerLine);
            case Or(var any) -> any.stream().anyMatch(Tests::isPerLine);
            case Not(var not) -> isPerLine(not);
            case Number(var field, _, _) -> field == NumberField.SIZE;
            case Network _ -> true;
            case Text _, Present _ -> false;
        };
    }

    static boolean compare(Number test, long actual) {
        return switch (test.comparison()) {
            case EQUAL -> actual == test.value();
            case LESS -> actual < test.value();
            case AT_MOST -> actual <= test.value();
            case GREATER -> actual > test.value();
            case AT_LEAST -> actual >= test.value();
        };
    }
}
