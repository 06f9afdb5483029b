package dev.cordon.domain.detection.log;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Looks at eight bytes at once, which is what makes reading a log cheap. */
final class Bytes {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long TOPS = 0x8080_8080_8080_8080L;
    private static final long SPACES = 0x2020_2020_2020_2020L;

    private Bytes() {}

    /** Where the byte first stands, or -1. */
    static int indexOf(byte wanted, byte[] bytes, int from, int to) {
        long pattern = (wanted & 0xffL) * ONES;
        int i = from;
        for (; i <= to - 8; i += 8) {
            long unlike = (long) EIGHT.get(bytes, i) ^ pattern;
            long found = unlike - ONES & ~unlike & TOPS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Where a control character (a line's end is one) or a byte beyond ASCII first stands, or -1.
     */
    static int indexOfUnusual(byte[] bytes, int from, int to) {
        int i = from;
        for (; i <= to - 8; i += 8) {
            long eight = (long) EIGHT.get(bytes, i);
            long found = (eight - SPACES | eight) & TOPS;
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] < ' ') {
                return i;
            }
        }
        return -1;
    }

    /** Where these bytes first stand whole, or -1. */
    static int find(byte[] wanted, byte[] bytes, int from, int to) {
        int at = indexOf(wanted[0], bytes, from, to);
        while (at >= 0 && !startsWith(bytes, at, to, wanted)) {
            at = indexOf(wanted[0], bytes, at + 1, to);
        }
        return at;
    }

    /** Where they last stand whole, or -1. */
    static int findLast(byte[] wanted, byte[] bytes, int from, int to) {
        for (int at = to - wanted.length; at >= from; at--) {
            if (startsWith(bytes, at, to, wanted)) {
                return at;
            }
        }
        return -1;
    }

    static boolean startsWith(byte[] bytes, int from, int to, byte[] prefix) {
        return to - from >= prefix.length && matches(bytes, from, prefix);
    }

    static boolean endsWith(byte[] bytes, int from, int to, byte[] suffix) {
        return to - from >= suffix.length && matches(bytes, to - suffix.length, suffix);
    }

    private static boolean matches(byte[] bytes, int at, byte[] wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
