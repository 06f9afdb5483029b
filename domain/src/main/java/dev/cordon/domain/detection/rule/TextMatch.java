package dev.cordon.domain.detection.rule;

import com.google.re2j.Pattern;

/** What a text must be like. */
public sealed interface TextMatch {

    /**
     * A literal at a place in the text.
     *
     * @param literal not empty, except where the whole text is meant
     * @param cased whether capital letters are different ones
     */
    record Literal(String literal, Place place, boolean cased) implements TextMatch {}

    /** A text with {@code *} and {@code ?} in the middle, as a pattern over the whole text. */
    record Wildcard(Pattern pattern) implements TextMatch {}

    /** A regular expression found anywhere; linear in the text's length whatever it is. */
    record Regex(Pattern pattern) implements TextMatch {}

    /**
     * Looks like an attack of that shape, to a tokenizer rather than a list of words: our extension
     * {@code |cordon-looks-like}.
     */
    record Shape(AttackShape shape) implements TextMatch {}

    /** Where a literal stands. */
    enum Place {
        WHOLE,
        START,
        END,
        ANYWHERE
    }
}
