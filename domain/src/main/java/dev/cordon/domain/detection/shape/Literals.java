package dev.cordon.domain.detection.shape;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.List;
import java.util.stream.Stream;

/**
 * Pieces of text that say enough alone, all looked for in one pass. A bar before or behind a piece
 * asks that no letter or digit stands there.
 */
final class Literals {

    private record Literal(byte[] text, boolean starts, boolean ends) {

        static Literal of(String written) {
            boolean starts = written.startsWith("|");
            boolean ends = written.endsWith("|");
            var text = written.substring(starts ? 1 : 0, written.length() - (ends ? 1 : 0));
            return new Literal(text.getBytes(US_ASCII), starts, ends);
        }
    }

    private final List<Literal> literals;
    private final LiteralSearch search;

    /**
     * @param written the pieces, two blanks or a line's end between them
     */
    Literals(String written) {
        literals = Stream.of(written.strip().split(" {2,}|\n\\s*")).map(Literal::of).toList();
        search = new LiteralSearch(literals.stream().map(Literal::text).toList());
    }

    /** Whether one of them is in the text. */
    boolean areIn(Text text) {
        return areIn(text, 0, text.length());
    }

    /** Whether one of them is in that part of the text. */
    boolean areIn(Text text, int from, int to) {
        var finder = new Finder(text);
        search.search(text.bytes(), from, to, finder);
        return finder.found;
    }

    private final class Finder implements LiteralSearch.Found {

        private final Text text;
        private boolean found;

        Finder(Text text) {
            this.text = text;
        }

        @Override
        public void at(int index, int end) {
            var literal = literals.get(index);
            boolean torn =
                    literal.starts && text.isLetterOrDigit(end - literal.text.length - 1)
                            || literal.ends && text.isLetterOrDigit(end);
            found |= !torn;
        }
    }
}
