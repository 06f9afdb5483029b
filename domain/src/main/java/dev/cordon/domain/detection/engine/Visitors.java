package dev.cordon.domain.detection.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * The addresses being followed, each with a small number for tables beside this one. When there are
 * too many, the one not seen for the longest time is forgotten. Grows with what it holds.
 */
final class Visitors {

    private static final int NOBODY = -1;
    private static final int FIRST_ROOM = 1_024;

    private final int limit;
    private final long salt;
    private final IntConsumer forgetting;
    private long[] high;
    private long[] low;
    private int[] sameBucket;
    private int[] older;
    private int[] newer;
    private int[] buckets;
    private int count;
    private int oldest = NOBODY;
    private int newest = NOBODY;

    /**
     * @param salt unknown outside, so that nobody can choose addresses that collide
     * @param forgetting told each number before it is given to somebody else
     */
    Visitors(int limit, long salt, IntConsumer forgetting) {
        this.limit = limit;
        this.salt = salt;
        this.forgetting = forgetting;
        int room = Math.min(limit, FIRST_ROOM);
        high = new long[room];
        low = new long[room];
        sameBucket = new int[room];
        older = new int[room];
        newer = new int[room];
        buckets = emptyBuckets(room);
    }

    /** The number of that address, known or new; it is now the one seen last. */
    int numberOf(long addressHigh, long addressLow) {
        int bucket = bucket(addressHigh, addressLow);
        for (int i = buckets[bucket]; i != NOBODY; i = sameBucket[i]) {
            if (low[i] == addressLow && high[i] == addressHigh) {
                seen(i);
                return i;
            }
        }
        return admit(addressHigh, addressLow);
    }

    private int admit(long addressHigh, long addressLow) {
        int number = count < limit ? next() : forgetOldest();
        high[number] = addressHigh;
        low[number] = addressLow;
        enterBucket(number);
        append(number);
        return number;
    }

    private int next() {
        if (count == high.length) {
            grow(Math.min(limit, 2 * count));
        }
        return count++;
    }

    private int forgetOldest() {
        int number = oldest;
        forgetting.accept(number);
        leaveBucket(number);
        unlink(number);
        return number;
    }

    private void seen(int number) {
        if (number != newest) {
            unlink(number);
            append(number);
        }
    }

    private void append(int number) {
        older[number] = newest;
        newer[number] = NOBODY;
        if (newest == NOBODY) {
            oldest = number;
        } else {
            newer[newest] = number;
        }
        newest = number;
    }

    private void unlink(int number) {
        int before = older[number];
        int after = newer[number];
        if (before == NOBODY) {
            oldest = after;
        } else {
            newer[before] = after;
        }
        if (after == NOBODY) {
            newest = before;
        } else {
            older[after] = before;
        }
    }

    private void enterBucket(int number) {
        int bucket = bucket(high[number], low[number]);
        sameBucket[number] = buckets[bucket];
        buckets[bucket] = number;
    }

    private void leaveBucket(int number) {
        int bucket = bucket(high[number], low[number]);
        if (buckets[bucket] == number) {
            buckets[bucket] = sameBucket[number];
            return;
        }
        int i = buckets[bucket];
        while (sameBucket[i] != number) {
            i = sameBucket[i];
        }
        sameBucket[i] = sameBucket[number];
    }

    private void grow(int room) {
        high = Arrays.copyOf(high, room);
        low = Arrays.copyOf(low, room);
        sameBucket = Arrays.copyOf(sameBucket, room);
        older = Arrays.copyOf(older, room);
        newer = Arrays.copyOf(newer, room);
        buckets = emptyBuckets(room);
        for (int i = 0; i < count; i++) {
            enterBucket(i);
        }
    }

    private static int[] emptyBuckets(int room) {
        int[] empty = new int[Math.max(16, Integer.highestOneBit(2 * room - 1))];
        Arrays.fill(empty, NOBODY);
        return empty;
    }

    private int bucket(long addressHigh, long addressLow) {
        long mixed = (addressHigh ^ salt) * 0x9e37_79b9_7f4a_7c15L + addressLow;
        mixed = (mixed ^ mixed >>> 32 ^ salt) * 0xd6e8_feb8_6659_fd93L;
        return (int) (mixed ^ mixed >>> 32) & buckets.length - 1;
    }

    /** The numbers of all, the one not seen for the longest time first. */
    void forEach(IntConsumer action) {
        for (int i = oldest; i != NOBODY; i = newer[i]) {
            action.accept(i);
        }
    }

    int count() {
        return count;
    }

    long high(int number) {
        return high[number];
    }

    long low(int number) {
        return low[number];
    }
}
