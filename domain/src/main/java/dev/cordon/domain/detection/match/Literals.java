package dev.cordon.domain.detection.match;

import dev.cordon.domain.detection.rule.TextMatch.Literal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds many literals in one pass over a text (Aho and Corasick, 1975). Small and capital ASCII
 * letters are equal unless a literal says otherwise.
 */
final class Literals {

    /** A literal to look for and the test that it answers. */
    record Wanted(int test, Literal literal) {}

    private static final int ROOT = 0;
    private static final int[] NONE = {};

    private final List<Wanted> wanted;
    private final byte[][] text;
    private final byte[] classOf = new byte[256];
    private final int classes;
    private final int[] next;
    private final int[][] found;

    Literals(List<Wanted> wanted) {
        this.wanted = wanted.stream().filter(each -> !each.literal().literal().isEmpty()).toList();
        text =
                this.wanted.stream()
                        .map(each -> each.literal().literal().getBytes(StandardCharsets.UTF_8))
                        .toArray(byte[][]::new);
        classes = classify();
        var tree = new Tree();
        for (int i = 0; i < text.length; i++) {
            tree.add(i);
        }
        next = tree.table();
        found = tree.found.toArray(int[][]::new);
    }

    boolean isEmpty() {
        return text.length == 0;
    }

    /** Sets the bit of each test that a literal in the text satisfies. */
    void find(byte[] bytes, int from, int to, long[] tests) {
        int state = ROOT;
        for (int i = from; i < to; i++) {
            state = next[state * classes + classOf[bytes[i] & 0xff]];
            int[] ending = found[state];
            for (int each : ending) {
                check(each, bytes, from, to, i + 1, tests);
            }
        }
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

    private int classify() {
        var used = new BitSet(256);
        for (byte[] literal : text) {
            for (byte b : literal) {
                used.set(folded(b) & 0xff);
            }
        }
        int count = 1;
        for (int b = used.nextSetBit(0); b >= 0; b = used.nextSetBit(b + 1)) {
            classOf[b] = (byte) Math.min(count++, 255);
        }
        for (int b = 'A'; b <= 'Z'; b++) {
            classOf[b] = classOf[b + 32];
        }
        return Math.min(count, 256);
    }

    private static byte folded(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    /** The states while they are made. */
    private final class Tree {

        final List<int[]> found = new ArrayList<>();
        private final List<int[]> children = new ArrayList<>();

        Tree() {
            grow();
        }

        void add(int index) {
            int state = ROOT;
            for (byte b : text[index]) {
                int kind = classOf[folded(b) & 0xff] & 0xff;
                int child = children.get(state)[kind];
                if (child == 0) {
                    child = grow();
                    children.get(state)[kind] = child;
                }
                state = child;
            }
            found.set(state, joined(found.get(state), new int[] {index}));
        }

        /** Fills in where each state goes on when no child fits, level by level. */
        int[] table() {
            var fallback = new int[children.size()];
            var queue = new ArrayDeque<Integer>();
            for (int child : children.get(ROOT)) {
                if (child != 0) {
                    queue.add(child);
                }
            }
            while (!queue.isEmpty()) {
                int state = queue.remove();
                found.set(state, joined(found.get(state), found.get(fallback[state])));
                for (int kind = 0; kind < classes; kind++) {
                    int child = children.get(state)[kind];
                    int other = children.get(fallback[state])[kind];
                    if (child == 0) {
                        children.get(state)[kind] = other;
                    } else {
                        fallback[child] = other;
                        queue.add(child);
                    }
                }
            }
            var table = new int[children.size() * classes];
            for (int state = 0; state < children.size(); state++) {
                System.arraycopy(children.get(state), 0, table, state * classes, classes);
            }
            return table;
        }

        private int grow() {
            children.add(new int[classes]);
            found.add(NONE);
            return children.size() - 1;
        }

        private int[] joined(int[] some, int[] more) {
            if (some.length == 0 || more.length == 0) {
                return some.length == 0 ? more : some;
            }
            var all = Arrays.copyOf(some, some.length + more.length);
            System.arraycopy(more, 0, all, some.length, more.length);
            return all;
        }
    }
}
