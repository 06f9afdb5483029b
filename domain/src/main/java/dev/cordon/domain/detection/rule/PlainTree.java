package dev.cordon.domain.detection.rule;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that a document is plain and small before anything is done with it. What stands in two
 * places counts twice, so that a short file cannot stand for an endless one.
 */
final class PlainTree {

    private static final int DEEPEST = 20;
    private static final int MOST_VALUES = 50_000;
    private static final int MOST_CHARACTERS = 2_000_000;

    private int values;
    private long characters;

    private PlainTree() {}

    static void check(Object document) {
        new PlainTree().visit(document, 0);
    }

    private void visit(@Nullable Object value, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            throw new Refused("the document is too large or too deeply nested");
        }
        switch (value) {
            case null -> {}
            case Map<?, ?> map ->
                    map.forEach(
                            (key, each) -> {
                                if (key instanceof Map || key instanceof List) {
                                    throw new Refused("a key is not a text");
                                }
                                visit(key, depth + 1);
                                visit(each, depth + 1);
                            });
            case List<?> list -> list.forEach(each -> visit(each, depth + 1));
            case String text -> count(text.length());
            case Number number -> count(number.toString().length());
            case Boolean _ -> {}
            default -> throw new Refused("a value is neither text nor number");
        }
    }

    private void count(int more) {
        characters += more;
        if (characters > MOST_CHARACTERS) {
            throw new Refused("the document is too large");
        }
    }
}
