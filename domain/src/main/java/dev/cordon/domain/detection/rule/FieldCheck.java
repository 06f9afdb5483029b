package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;
import dev.cordon.domain.detection.rule.FieldMeaning.Anything;
import dev.cordon.domain.detection.rule.FieldMeaning.ClassNumber;
import dev.cordon.domain.detection.rule.FieldMeaning.Count;
import dev.cordon.domain.detection.rule.FieldMeaning.Source;
import dev.cordon.domain.detection.rule.FieldMeaning.Words;
import dev.cordon.domain.detection.rule.Modifiers.How;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One {@code field|modifier: value} of a selection, or one keyword, turned into a condition. */
final class FieldCheck {

    private final String field;
    private final FieldMeaning meaning;
    private final Modifiers modifiers;
    private final Reading reading;

    private FieldCheck(String field, Modifiers modifiers, Reading reading) {
        this.field = field;
        this.meaning = field.isEmpty() ? new Anything() : FieldNames.meaning(field);
        this.modifiers = modifiers;
        this.reading = reading;
    }

    static FieldCheck keyword(Reading reading) {
        return new FieldCheck("", Modifiers.of(List.of()), reading);
    }

    /**
     * @param key the field with its modifiers; without a field the value is a keyword
     */
    static FieldCheck of(String key, Reading reading) {
        var parts = List.of(key.split("\\|", -1));
        return new FieldCheck(
                parts.getFirst().strip(), modifiers(key, parts.subList(1, parts.size())), reading);
    }

    private static Modifiers modifiers(String key, List<String> names) {
        try {
            return Modifiers.of(names);
        } catch (Refused reason) {
            throw reason.about(key);
        }
    }

    Condition condition(@Nullable Object value) {
        try {
            var values = value instanceof List<?> list ? list : Arrays.asList(value);
            var each = new ArrayList<Condition>();
            for (var one : values) {
                for (var expanded : expanded(one)) {
                    each.add(single(expanded));
                }
            }
            if (each.isEmpty()) {
                throw new Refused("there is no value");
            }
            var condition = modifiers.all() ? Conditions.all(each) : Conditions.any(each);
            return modifiers.negated() ? Conditions.not(condition) : condition;
        } catch (Refused reason) {
            throw reason.about(field.isEmpty() ? "a keyword" : field);
        }
    }

    private List<@Nullable Object> expanded(@Nullable Object value) {
        if (value instanceof Map || value instanceof List) {
            throw new Refused("a value is a text, a number, true, false or null");
        }
        var values = new ArrayList<@Nullable Object>();
        if (modifiers.expanded() && value instanceof String text) {
            values.addAll(reading.placeholders().expand(text));
        } else {
            values.add(value);
        }
        return values;
    }

    private Condition single(@Nullable Object value) {
        if (modifiers.how() == How.EXISTS) {
            if (value instanceof Boolean there) {
                return there ? present() : Conditions.not(present());
            }
            throw new Refused("exists needs true or false");
        }
        if (value == null) {
            return absent();
        }
        return switch (meaning) {
            case Words(var fields, var proper) -> words(value).in(fields, proper);
            case Anything() -> words(value).anywhere();
            case Count(var number) -> new NumberCheck(number, modifiers).of(value);
            case Source() -> new SourceCheck(modifiers).of(value.toString());
            case ClassNumber() -> classNumber(value);
        };
    }

    private WordCheck words(Object value) {
        return new WordCheck(value.toString(), modifiers);
    }

    private Condition absent() {
        if (!modifiers.isBare()) {
            throw new Refused("null goes together with no modifier but neq");
        }
        return Conditions.not(present());
    }

    private Condition present() {
        return switch (meaning) {
            case Words(_, var proper) -> new Condition.Present(proper);
            case Count(var number) -> NumberCheck.present(number);
            case Source() -> SourceCheck.PRESENT;
            case ClassNumber() -> Conditions.ALWAYS;
            case Anything() -> throw new Refused("a keyword needs a text");
        };
    }

    private Condition classNumber(Object value) {
        if (!modifiers.isBare()) {
            throw new Refused("a class is compared by its number alone");
        }
        long number = NumberCheck.whole(value);
        if (Arrays.stream(EventClass.values()).noneMatch(each -> each.uid() == number)) {
            throw new Refused("no log here has events of the class " + value);
        }
        return reading.isOf(number) ? Conditions.ALWAYS : Conditions.NEVER;
    }
}
