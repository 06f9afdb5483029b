package dev.cordon.domain.detection.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Hashes of values, eight bytes at a time. With a salt nobody can choose values that collide. */
public final class Hashes {

    private static final VarHandle EIGHT =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long FIRST = 0x9e37_79b9_7f4a_7c15L;
    private static final long SECOND = 0xd6e8_feb8_6659_fd93L;

    private Hashes() {}

    /** Of the bytes; never 0. */
    public static long of(byte[] bytes, int from, int to, long salt) {
        long hash = salt + (to - from) * SECOND;
        int i = from;
        for (; i <= to - 8; i += 8) {
            hash = mixed(hash, (long) EIGHT.get(bytes, i));
        }
        if (i < to) {
            long rest = 0;
            for (; i < to; i++) {
                rest = rest << 8 | bytes[i] & 0xff;
            }
            hash = mixed(hash, rest);
        }
        hash = (hash ^ hash >>> 32) * SECOND;
        hash ^= hash >>> 29;
        return hash == 0 ? FIRST : hash;
    }

    /** Of a hash so far and one more number. */
    public static long mixed(long hash, long more) {
        long mixed = (hash ^ more) * FIRST;
        return mixed ^ mixed >>> 31;
    }
}
