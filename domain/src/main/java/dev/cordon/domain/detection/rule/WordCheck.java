package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventField;
import dev.cordon.domain.detection.rule.Condition.Present;
import dev.cordon.domain.detection.rule.Condition.Text;
import dev.cordon.domain.detection.rule.Modifiers.How;
import dev.cordon.domain.detection.rule.TextMatch.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A value that a text is compared with. */
final class WordCheck {

    /** What logs write where there is nothing. */
    private static final String NOTHING = "-";

    private final String value;
    private final Modifiers modifiers;

    WordCheck(String value, Modifiers modifiers) {
        this.value = value;
        this.modifiers = modifiers;
    }

    /** Anywhere in any field of the event. */
    Condition anywhere() {
        if (modifiers.how() == How.STARTSWITH || modifiers.how() == How.ENDSWITH) {
            throw new Refused("a keyword is found anywhere; " + modifiers.how() + " needs a field");
        }
        return texts(EnumSet.allOf(EventField.class), Place.ANYWHERE);
    }

    /**
     * @param fields one of them suffices
     * @param proper the field whose absence is meant where absence is
     */
    Condition in(Set<EventField> fields, EventField proper) {
        if (modifiers.isBare()) {
            if (value.isEmpty()) {
                return new Text(Set.of(proper), new TextMatch.Literal("", Place.WHOLE, false));
            }
            if (value.equals(NOTHING)) {
                return Conditions.any(
                        List.of(texts(fields, Place.WHOLE), Conditions.not(new Present(proper))));
            }
        }
        if (modifiers.how().isText() && SigmaText.of(value).isAnything()) {
            return new Present(proper);
        }
        return texts(fields, place());
    }

    private Place place() {
        return switch (modifiers.how()) {
            case CONTAINS -> Place.ANYWHERE;
            case STARTSWITH -> Place.START;
            case ENDSWITH -> Place.END;
            default -> modifiers.offset() ? Place.ANYWHERE : Place.WHOLE;
        };
    }

    private Condition texts(Set<EventField> fields, Place place) {
        return switch (modifiers.how()) {
            case RE -> new Text(fields, regex());
            case LOOKS_LIKE -> new Text(fields, new TextMatch.Shape(shape()));
            case PLAIN, CONTAINS, STARTSWITH, ENDSWITH ->
                    Conditions.any(
                            literals(place).stream()
                                    .map(match -> new Text(fields, match))
                                    .toList());
            case LT, LTE, GT, GTE -> throw new Refused("it is no number");
            case CIDR -> throw new Refused("it is no network address");
            case EXISTS -> throw new IllegalStateException("exists has no text");
        };
    }

    private List<TextMatch> literals(Place place) {
        var matches = new ArrayList<TextMatch>();
        for (var form : modifiers.dashes() ? Encodings.dashes(value) : List.of(value)) {
            var text = SigmaText.of(form);
            if (modifiers.isEncoded()) {
                if (text.hasWildcards()) {
                    throw new Refused("a text with wildcards cannot be encoded");
                }
                for (var code : Encodings.base64(text.plain(), modifiers)) {
                    matches.add(new TextMatch.Literal(code, place, modifiers.cased()));
                }
            } else {
                matches.add(match(text, place));
            }
        }
        return matches;
    }

    private TextMatch match(SigmaText text, Place place) {
        var match = text.at(place, modifiers.cased());
        boolean empty = match instanceof TextMatch.Literal literal && literal.literal().isEmpty();
        if (empty && place != Place.WHOLE) {
            throw new Refused("an empty text is found in everything");
        }
        return match;
    }

    private TextMatch regex() {
        if (value.isEmpty()) {
            throw new Refused("an empty regular expression is found in everything");
        }
        return new TextMatch.Regex(Regexes.compiled(value, modifiers.regexFlags()));
    }

    private AttackShape shape() {
        for (var shape : AttackShape.values()) {
            if (shape.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(value)) {
                return shape;
            }
        }
        throw new Refused("nothing looks like " + value);
    }
}
