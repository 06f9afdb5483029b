package dev.cordon.domain.detection.match;

import dev.cordon.domain.detection.rule.TextMatch.Literal;
import dev.cordon.domain.detection.shape.LiteralSearch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The literals that rules look for in one field, found in one pass, each at its place. */
final class Literals {

    /** A literal to look for and the test that it answers. */
    record Wanted(int test, Literal literal) {}

    private final List<Wanted> wanted;
    private final byte[][] text;
    private final LiteralSearch search;

    Literals(List<Wanted> wanted) {
        this.wanted = List.copyOf(wanted);
        text =
                wanted.stream()
                        .map(each -> each.literal().literal().getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        search = new LiteralSearch(List.of(text));
    }

    boolean isEmpty() {
        return text.length == 0;
    }

    /** Sets the bit of each test that a literal in the text satisfies. */
    void find(byte[] bytes, int from, int to, long[] tests) {
        search.search(bytes, from, to, (index, end) -> check(index, bytes, from, to, end, tests));
    }

    private void check(int index, byte[] bytes, int from, int to, int end, long[] tests) {
        var literal = wanted.get(index).literal();
        int start = end - text[index].length;
        boolean inPlace =
                switch (literal.place()) {
                    case ANYWHERE -> true;
                    case START -> start == from;
                    case END -> end == to;
                    case WHOLE -> start == from && end == to;
                };
        if (inPlace && (!literal.cased() || isExact(text[index], bytes, start))) {
            int test = wanted.get(index).test();
            tests[test >> 6] |= 1L << test;
        }
    }

    private static boolean isExact(byte[] literal, byte[] bytes, int start) {
        return Arrays.equals(literal, 0, literal.length, bytes, start, start + literal.length);
    }
}
