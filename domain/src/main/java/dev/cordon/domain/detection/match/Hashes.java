package dev.cordon.domain.detection.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Hashes of values, sixteen bytes at a time. What a byte does to the hash depends on the salt, so
 * that nobody who does not know it can choose values that collide: a value that was answered for
 * would hide another.
 */
public final class Hashes {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST = 0x9e37_79b9_7f4a_7c15L;
    private static final long SECOND = 0xd6e8_feb8_6659_fd93L;

    private Hashes() {}

    /** Of the bytes; never 0. */
    public static long of(byte[] bytes, int from, int to, long salt) {
        long key = folded(salt ^ FIRST, SECOND);
        long hash = key ^ salt;
        int i = from;
        for (; i <= to - 16; i += 16) {
            hash = folded((long) EIGHT.get(bytes, i) ^ key, (long) EIGHT.get(bytes, i + 8) ^ hash);
        }
        long some = 0;
        if (i <= to - 8) {
            some = (long) EIGHT.get(bytes, i);
            i += 8;
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = rest << 8 | bytes[i] & 0xff;
        }
        hash = folded(some ^ key, rest ^ hash);
        hash = folded(hash ^ SECOND, key ^ to - from);
        return hash == 0 ? FIRST : hash;
    }

    /** Both halves of the product in one: every bit of one number changes all by the other. */
    private static long folded(long one, long other) {
        return one * other ^ Math.unsignedMultiplyHigh(one, other);
    }

    /** Of a hash so far and one more number. */
    public static long mixed(long hash, long more) {
        long mixed = (hash ^ more) * FIRST;
        return mixed ^ mixed >>> 31;
    }
}
