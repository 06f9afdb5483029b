package dev.cordon.domain.evidence.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Tells of 64 bytes at once, without a branch for each, which runs of digits are worth a glance:
 * those of three, of four and of fourteen and more. It tells nothing where text may be encoded or
 * wide: where a percent sign, a backslash or a zero is.
 */
final class DigitBlock {

    static final int SIZE = 64;

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long LOW = ONES * 0x7f;
    private static final long TOP = ONES << 7;
    private static final long ZEROS = ONES * '0';
    private static final long ABOVE_NINE = ONES * (0x80 - 10);
    private static final long PERCENTS = ONES * '%';
    private static final long BACKSLASHES = ONES * '\\';

    /** Brings what was the top bit of each of eight bytes together. */
    private static final long GATHER = 0x0102040810204080L;

    private long candidates;
    private int told;

    /** Where those runs begin: a bit for each byte, the lowest for the first. */
    long candidates() {
        return candidates;
    }

    /** Of so many of the bytes it tells: a run that may go on behind the last is left for later. */
    int told() {
        return told;
    }

    /**
     * @param at the first byte; a run of digits that goes on there counts as one that begins
     * @return whether it tells anything
     */
    boolean look(byte[] bytes, int at) {
        long digits = 0;
        long plain = TOP;
        for (int i = 0; i < SIZE; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, at + i);
            long off = eight ^ ZEROS;
            long digit = ~((off & LOW) + ABOVE_NINE | off) & TOP;
            digits |= (digit >>> 7) * GATHER >>> 56 << i;
            plain &= notZero(eight) & notZero(eight ^ PERCENTS) & notZero(eight ^ BACKSLASHES);
        }
        if (plain != TOP || digits == -1L) {
            return false;
        }
        int open = Long.numberOfLeadingZeros(~digits);
        told = SIZE - open;
        candidates = candidates(open == 0 ? digits : digits << open >>> open);
        return true;
    }

    private static long candidates(long digits) {
        long begins = digits & ~(digits << 1);
        long three = begins & digits >>> 1 & digits >>> 2;
        long five = three & digits >>> 3 & digits >>> 4;
        long two = digits & digits >>> 1;
        long four = two & two >>> 2;
        long eight = four & four >>> 4;
        long fourteen = eight & eight >>> 6;
        return three & ~five | begins & fourteen;
    }

    /** The top bit of each byte that is not zero. */
    private static long notZero(long eight) {
        return (eight & LOW) + LOW | eight;
    }
}
