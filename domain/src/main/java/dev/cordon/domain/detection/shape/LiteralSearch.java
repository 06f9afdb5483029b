package dev.cordon.domain.detection.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Finds many literals in one pass over a text (Aho and Corasick, 1975). Small and capital ASCII
 * letters are equal.
 */
public final class LiteralSearch {

    /** Told of every literal in the text. */
    public interface Found {

        /**
         * @param literal its index
         * @param end where it ends in the text, exclusive
         */
        void at(int literal, int end);
    }

    private static final int ROOT = 0;
    private static final int[] NONE = {};

    private final byte[][] literals;
    private final byte[] classOf = new byte[256];
    private final int classes;

    /** Where each state goes on: the start of its row, inverted if literals end there. */
    private final int[] next;

    private final int[][] found;

    /**
     * @param literals none of them empty
     */
    public LiteralSearch(List<byte[]> literals) {
        this.literals = literals.toArray(byte[][]::new);
        classes = classify();
        var tree = new Tree();
        for (int i = 0; i < this.literals.length; i++) {
            tree.add(i);
        }
        next = tree.table();
        found = tree.found.toArray(int[][]::new);
    }

    public void search(byte[] bytes, int from, int to, Found sink) {
        int state = ROOT;
        for (int i = from; i < to; i++) {
            state = next[state + (classOf[bytes[i] & 0xff] & 0xff)];
            if (state < 0) {
                state = ~state;
                for (int each : found[state / classes]) {
                    sink.at(each, i + 1);
                }
            }
        }
    }

    private int classify() {
        var used = new BitSet(256);
        for (byte[] literal : literals) {
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
            for (byte b : literals[index]) {
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
                int[] row = children.get(state);
                for (int kind = 0; kind < classes; kind++) {
                    int start = row[kind] * classes;
                    table[state * classes + kind] =
                            found.get(row[kind]).length > 0 ? ~start : start;
                }
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
