package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.match.Hashes;
import java.util.Arrays;
import java.util.List;

/** Which known networks an address lies in; remembers what it answered lately. */
final class AllowList {

    private static final int REMEMBERED = 1_024;
    private static final int UNKNOWN = -1;

    private final List<Allowed> allowed;
    private final long[] high = new long[REMEMBERED];
    private final long[] low = new long[REMEMBERED];
    private final int[] purposes = new int[REMEMBERED];

    AllowList(List<Allowed> allowed) {
        this.allowed = allowed;
        Arrays.fill(purposes, UNKNOWN);
    }

    /** The purposes that the address is known for, a bit for each; 0 for a stranger. */
    int purposesOf(long addressHigh, long addressLow) {
        int place = (int) Hashes.mixed(addressHigh, addressLow) & REMEMBERED - 1;
        boolean known =
                purposes[place] != UNKNOWN
                        && high[place] == addressHigh
                        && low[place] == addressLow;
        if (!known) {
            high[place] = addressHigh;
            low[place] = addressLow;
            purposes[place] = looked(addressHigh, addressLow);
        }
        return purposes[place];
    }

    private int looked(long addressHigh, long addressLow) {
        int all = 0;
        for (var each : allowed) {
            all |= each.purposesOf(addressHigh, addressLow);
        }
        return all;
    }
}
