package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.Condition.And;
import dev.cordon.domain.detection.rule.Condition.Comparison;
import dev.cordon.domain.detection.rule.Condition.Number;
import dev.cordon.domain.detection.rule.Condition.NumberField;
import dev.cordon.domain.detection.rule.Modifiers.How;
import dev.cordon.domain.detection.rule.TextMatch.Place;
import java.util.ArrayList;
import java.util.List;

/** A value that a number is compared with. */
final class NumberCheck {

    private static final int FIRST_STATUS = 100;
    private static final int LAST_STATUS = 599;

    private final NumberField field;
    private final Modifiers modifiers;

    NumberCheck(NumberField field, Modifiers modifiers) {
        this.field = field;
        this.modifiers = modifiers;
    }

    static Condition present(NumberField field) {
        return new Number(field, Comparison.AT_LEAST, 0);
    }

    Condition of(Object value) {
        if (modifiers.cased() || modifiers.dashes() || modifiers.isEncoded()) {
            throw new Refused("it is a number");
        }
        return switch (modifiers.how()) {
            case PLAIN ->
                    isPattern(value) ? like(value.toString()) : number(Comparison.EQUAL, value);
            case LT -> number(Comparison.LESS, value);
            case LTE -> number(Comparison.AT_MOST, value);
            case GT -> number(Comparison.GREATER, value);
            case GTE -> number(Comparison.AT_LEAST, value);
            case CONTAINS, STARTSWITH, ENDSWITH, RE -> like(value.toString());
            case CIDR, LOOKS_LIKE -> throw new Refused("it is a number");
            case EXISTS -> throw new IllegalStateException("exists has no number");
        };
    }

    private static boolean isPattern(Object value) {
        return value instanceof String text && SigmaText.of(text).hasWildcards();
    }

    private Condition number(Comparison comparison, Object value) {
        return new Number(field, comparison, whole(value));
    }

    static long whole(Object value) {
        try {
            return Long.parseLong(value.toString().strip());
        } catch (NumberFormatException e) {
            throw new Refused("a whole number is needed, not " + value);
        }
    }

    /** There are few statuses: a pattern means those that it fits. */
    private Condition like(String pattern) {
        if (field != NumberField.STATUS) {
            throw new Refused("it is a number, which has no pattern");
        }
        var match = match(pattern);
        var ranges = new ArrayList<Condition>();
        int from = 0;
        for (int status = FIRST_STATUS; status <= LAST_STATUS + 1; status++) {
            boolean fits = status <= LAST_STATUS && fits(match, Integer.toString(status));
            if (fits && from == 0) {
                from = status;
            } else if (!fits && from != 0) {
                ranges.add(range(from, status - 1));
                from = 0;
            }
        }
        if (ranges.isEmpty()) {
            throw new Refused("no status is like " + pattern);
        }
        return Conditions.any(ranges);
    }

    private TextMatch match(String pattern) {
        var place =
                switch (modifiers.how()) {
                    case CONTAINS -> Place.ANYWHERE;
                    case STARTSWITH -> Place.START;
                    case ENDSWITH -> Place.END;
                    default -> Place.WHOLE;
                };
        return modifiers.how() == How.RE
                ? new TextMatch.Regex(Regexes.compiled(pattern, modifiers.regexFlags()))
                : SigmaText.of(pattern).at(place, true);
    }

    private static boolean fits(TextMatch match, String status) {
        return switch (match) {
            case TextMatch.Regex(var regex) -> regex.matcher(status).find();
            case TextMatch.Wildcard(var regex) -> regex.matches(status);
            case TextMatch.Literal(var literal, var where, _) ->
                    switch (where) {
                        case WHOLE -> status.equals(literal);
                        case START -> status.startsWith(literal);
                        case END -> status.endsWith(literal);
                        case ANYWHERE -> status.contains(literal);
                    };
            case TextMatch.Shape _ -> false;
        };
    }

    private Condition range(int from, int to) {
        return from == to
                ? new Number(field, Comparison.EQUAL, from)
                : new And(
                        List.of(
                                new Number(field, Comparison.AT_LEAST, from),
                                new Number(field, Comparison.AT_MOST, to)));
    }
}
