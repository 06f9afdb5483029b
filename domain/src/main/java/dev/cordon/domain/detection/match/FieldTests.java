package dev.cordon.domain.detection.match;

import com.google.re2j.Pattern;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.AttackShape;
import dev.cordon.domain.detection.rule.Condition.Present;
import dev.cordon.domain.detection.rule.Condition.Text;
import dev.cordon.domain.detection.rule.TextMatch;
import dev.cordon.domain.detection.rule.TextMatch.Literal;
import dev.cordon.domain.detection.rule.TextMatch.Regex;
import dev.cordon.domain.detection.rule.TextMatch.Shape;
import dev.cordon.domain.detection.rule.TextMatch.Wildcard;
import dev.cordon.domain.detection.shape.Decoding;
import dev.cordon.domain.detection.shape.LiteralSearch;
import dev.cordon.domain.detection.shape.Shapes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Everything that rules ask of one field, answered for one value at a time: as it was sent, and
 * decoded step by step. Not safe for two threads.
 */
final class FieldTests {

    /**
     * @param needs a literal that every text it matches holds; empty if none is known
     */
    private record Expression(int test, Pattern pattern, boolean whole, String needs) {}

    private record ShapeQuestion(int test, AttackShape shape) {}

    private final Literals literals;
    private final List<Integer> empties = new ArrayList<>();
    private final List<Integer> presences = new ArrayList<>();
    private final List<Expression> expressions = new ArrayList<>();
    private final BitSet always = new BitSet();
    private final BitSet worthwhile = new BitSet();
    private final List<Integer> expressionOf = new ArrayList<>();
    private final LiteralSearch needed;
    private final List<ShapeQuestion> shapeTests = new ArrayList<>();
    private final Decoding decoding;
    private final Shapes shapes;

    FieldTests(EventField field, Tests tests, Decoding decoding, Shapes shapes) {
        this.decoding = decoding;
        this.shapes = shapes;
        var wanted = new ArrayList<Literals.Wanted>();
        for (var test : tests.all()) {
            int number = test.getValue();
            if (test.getKey() instanceof Text(var fields, var match) && fields.contains(field)) {
                sort(number, match, wanted);
            } else if (test.getKey() instanceof Present(var present) && present == field) {
                presences.add(number);
            }
        }
        literals = new Literals(wanted);
        needed =
                new LiteralSearch(
                        expressions.stream()
                                .filter(each -> !each.needs.isEmpty())
                                .map(each -> each.needs.getBytes(StandardCharsets.UTF_8))
                                .toList());
        for (int i = 0; i < expressions.size(); i++) {
            if (expressions.get(i).needs.isEmpty()) {
                always.set(i);
            } else {
                expressionOf.add(i);
            }
        }
    }

    private void sort(int number, TextMatch match, List<Literals.Wanted> wanted) {
        switch (match) {
            case Literal literal when literal.literal().isEmpty() -> empties.add(number);
            case Literal literal -> wanted.add(new Literals.Wanted(number, literal));
            case Wildcard(var pattern) -> expressions.add(expression(number, pattern, true));
            case Regex(var pattern) -> expressions.add(expression(number, pattern, false));
            case Shape(var shape) -> shapeTests.add(new ShapeQuestion(number, shape));
        }
    }

    private static Expression expression(int number, Pattern pattern, boolean whole) {
        return new Expression(number, pattern, whole, Needed.by(pattern.pattern()));
    }

    boolean isEmpty() {
        return literals.isEmpty()
                && empties.isEmpty()
                && presences.isEmpty()
                && expressions.isEmpty()
                && shapeTests.isEmpty();
    }

    /** Sets the bits of the tests that the value satisfies. */
    void answer(byte[] bytes, int from, int to, long[] tests) {
        if (from == to) {
            empties.forEach(test -> set(tests, test));
            return;
        }
        presences.forEach(test -> set(tests, test));
        if (!literals.isEmpty() || !expressions.isEmpty()) {
            int forms = decoding.decode(bytes, from, to);
            for (int form = 0; form < forms; form++) {
                answerForm(decoding.bytes(form), decoding.length(form), tests);
            }
        }
        if (!shapeTests.isEmpty()) {
            int seen = shapes.of(bytes, from, to);
            for (var each : shapeTests) {
                if ((seen >>> each.shape.ordinal() & 1) != 0) {
                    set(tests, each.test);
                }
            }
        }
    }

    /** Answers for one more form of the value: a path as the server resolves it. */
    void answerForm(byte[] bytes, int length, long[] tests) {
        literals.find(bytes, 0, length, tests);
        if (expressions.isEmpty()) {
            return;
        }
        worthwhile.clear();
        worthwhile.or(always);
        needed.search(bytes, 0, length, (literal, _) -> worthwhile.set(expressionOf.get(literal)));
        byte[] text = worthwhile.isEmpty() ? bytes : Arrays.copyOf(bytes, length);
        for (int i = worthwhile.nextSetBit(0); i >= 0; i = worthwhile.nextSetBit(i + 1)) {
            var each = expressions.get(i);
            var matcher = each.pattern.matcher(text);
            if (each.whole ? matcher.matches() : matcher.find()) {
                set(tests, each.test);
            }
        }
    }

    private static void set(long[] tests, int test) {
        tests[test >> 6] |= 1L << test;
    }
}
