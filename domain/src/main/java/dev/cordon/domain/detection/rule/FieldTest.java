package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Comparison;
import dev.cordon.domain.detection.rule.Condition.Network;
import dev.cordon.domain.detection.rule.Condition.Not;
import dev.cordon.domain.detection.rule.Condition.Or;
import dev.cordon.domain.detection.rule.Condition.Present;
import dev.cordon.domain.detection.rule.Condition.Text;
import dev.cordon.domain.detection.rule.TextMatch.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One {@code field|modifier: value} of a selection, turned into a condition. */
final class FieldTest {

    private static final Set<String> KNOWN =
            Set.of(
                    "contains",
                    "startswith",
                    "endswith",
                    "all",
                    "exists",
                    "cased",
                    "re",
                    "i",
                    "m",
                    "s",
                    "cidr",
                    "lt",
                    "lte",
                    "gt",
                    "gte",
                    "neq",
                    "expand",
                    "base64",
                    "base64offset",
                    "wide",
                    "utf16le",
                    "utf16",
                    "utf16be",
                    "windash",
                    "cordon-looks-like");
    private static final int LONGEST_PATTERN = 2_000;
    private static final int MOST_REPEATS = 1_000;

    private final String field;
    private final List<String> modifiers;
    private final Map<String, List<String>> placeholders;

    /**
     * @param name the field with its modifiers; null for keywords
     */
    FieldTest(@Nullable String name, Map<String, List<String>> placeholders) {
        var parts = name == null ? List.of("") : List.of(name.split("\\|", -1));
        this.field = parts.getFirst();
        this.modifiers = parts.subList(1, parts.size());
        this.placeholders = placeholders;
        for (var modifier : modifiers) {
            if (!KNOWN.contains(modifier)) {
                throw new Refused("the modifier " + modifier + " is not supported");
            }
        }
    }

    Condition condition(@Nullable Object value) {
        if (has("exists")) {
            return exists(value);
        }
        var values = value instanceof List<?> list ? list : Arrays.asList(value);
        var each = new ArrayList<Condition>();
        for (var one : values) {
            if (one instanceof Map || one instanceof List) {
                throw new Refused("the field " + field + " has a value that is no text or number");
            }
            expanded(one).forEach(text -> each.add(test(text)));
        }
        if (each.isEmpty()) {
            throw new Refused("the field " + field + " has no value");
        }
        var condition = has("all") ? new And(each) : new Or(each);
        return has("neq") ? new Not(condition) : condition;
    }

    private boolean has(String modifier) {
        return modifiers.contains(modifier);
    }

    private Condition exists(@Nullable Object value) {
        if (!(value instanceof Boolean there)) {
            throw new Refused("exists needs true or false");
        }
        var fields = FieldNames.texts(field);
        var any = new Or(fields.stream().<Condition>map(Present::new).toList());
        return there ? any : new Not(any);
    }

    private List<@Nullable Object> expanded(@Nullable Object value) {
        var single = new ArrayList<@Nullable Object>();
        if (!has("expand") || !(value instanceof String text) || text.indexOf('%') < 0) {
            single.add(value);
            return single;
        }
        int open = text.indexOf('%');
        int close = text.indexOf('%', open + 1);
        if (close < 0) {
            single.add(value);
            return single;
        }
        var name = text.substring(open + 1, close);
        var meant = placeholders.get(name);
        if (meant == null) {
            throw new Refused("the placeholder %" + name + "% is not set");
        }
        for (var each : meant) {
            single.add(text.substring(0, open) + each + text.substring(close + 1));
        }
        return single;
    }

    private Condition test(@Nullable Object value) {
        if (has("cidr") || !field.isEmpty() && FieldNames.isAddress(field)) {
            return network(String.valueOf(value));
        }
        var number = field.isEmpty() ? null : FieldNames.number(field);
        if (number != null) {
            return new Condition.Number(number, comparison(), wholeNumber(value));
        }
        if (comparison() != Comparison.EQUAL) {
            throw new Refused("the field " + field + " is no number");
        }
        var fields = fields();
        if (value == null) {
            return new Not(new Or(fields.stream().<Condition>map(Present::new).toList()));
        }
        var texts = encoded(value.toString());
        return new Or(
                texts.stream().<Condition>map(text -> new Text(fields, match(text))).toList());
    }

    private Set<EventField> fields() {
        return field.isEmpty() ? EnumSet.allOf(EventField.class) : FieldNames.texts(field);
    }

    private Condition network(String text) {
        if (!FieldNames.isAddress(field)) {
            throw new Refused("the field " + field + " is no network address");
        }
        try {
            return new Network(Cidr.of(text));
        } catch (IllegalArgumentException e) {
            throw new Refused("not a network address: " + text);
        }
    }

    private Comparison comparison() {
        if (has("lt")) {
            return Comparison.LESS;
        }
        if (has("lte")) {
            return Comparison.AT_MOST;
        }
        if (has("gt")) {
            return Comparison.GREATER;
        }
        return has("gte") ? Comparison.AT_LEAST : Comparison.EQUAL;
    }

    private long wholeNumber(@Nullable Object value) {
        try {
            return Long.parseLong(String.valueOf(value).strip());
        } catch (NumberFormatException e) {
            throw new Refused("the field " + field + " needs a number, not " + value);
        }
    }

    private TextMatch match(String text) {
        if (has("cordon-looks-like")) {
            return new TextMatch.Shape(shape(text));
        }
        if (has("re")) {
            return new TextMatch.Regex(regex(text));
        }
        return SigmaText.match(text, place(), has("cased"));
    }

    private Place place() {
        if (has("contains") || field.isEmpty() || has("base64offset")) {
            return Place.ANYWHERE;
        }
        if (has("startswith")) {
            return Place.START;
        }
        return has("endswith") ? Place.END : Place.WHOLE;
    }

    private static AttackShape shape(String label) {
        for (var shape : AttackShape.values()) {
            if (shape.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(label)) {
                return shape;
            }
        }
        throw new Refused("nothing looks like " + label);
    }

    private Pattern regex(String text) {
        int flags = has("i") ? Pattern.CASE_INSENSITIVE : 0;
        flags |= has("m") ? Pattern.MULTILINE : 0;
        flags |= has("s") ? Pattern.DOTALL : 0;
        return compiled(text, flags);
    }

    /** Compiles what others wrote; nothing of it can make matching slow. */
    static Pattern compiled(String text, int flags) {
        if (text.length() > LONGEST_PATTERN) {
            throw new Refused(
                    "a regular expression has at most " + LONGEST_PATTERN + " characters");
        }
        try {
            var pattern = Pattern.compile(text, flags);
            if (pattern.programSize() > 20 * MOST_REPEATS) {
                throw new Refused("the regular expression is too large: " + text);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw new Refused(
                    "the regular expression cannot run in linear time or is wrong ("
                            + e.getDescription()
                            + "): "
                            + text);
        }
    }

    private List<String> encoded(String text) {
        if (!has("base64") && !has("base64offset")) {
            if (has("wide") || has("utf16le") || has("utf16") || has("utf16be")) {
                throw new Refused("logs here are UTF-8; wide texts only before base64");
            }
            return has("windash") ? dashes(text) : List.of(text);
        }
        byte[] plain = text.getBytes(charset());
        if (has("base64")) {
            return List.of(Base64.getEncoder().encodeToString(plain));
        }
        var offsets = new ArrayList<String>();
        int[] starts = {0, 2, 3};
        int[] cuts = {0, 3, 2};
        for (int offset = 0; offset < 3; offset++) {
            byte[] shifted = new byte[plain.length + offset];
            System.arraycopy(plain, 0, shifted, offset, plain.length);
            var code = Base64.getEncoder().encodeToString(shifted);
            int cut = cuts[shifted.length % 3];
            offsets.add(code.substring(starts[offset], code.length() - cut));
        }
        return offsets;
    }

    private java.nio.charset.Charset charset() {
        if (has("wide") || has("utf16le")) {
            return StandardCharsets.UTF_16LE;
        }
        if (has("utf16be")) {
            return StandardCharsets.UTF_16BE;
        }
        return has("utf16") ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    private static List<String> dashes(String text) {
        if (text.indexOf('-') < 0 && text.indexOf('/') < 0) {
            return List.of(text);
        }
        var all = new ArrayList<String>();
        for (char dash : new char[] {'-', '/', '–', '—', '―'}) {
            all.add(text.replace('-', dash).replace('/', dash));
        }
        return all;
    }
}
