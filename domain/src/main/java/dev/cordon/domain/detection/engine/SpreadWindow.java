package dev.cordon.domain.detection.engine;

import java.util.Arrays;

/**
 * How many different addresses were refused at one login, and how many logins were refused and
 * accepted in all, by slices of event time.
 *
 * <p>A window is about sixty slices; the ring holds more, so that lines may come out of order. A
 * slice whose place the ring needs again loses what it held. An address counts in the slice of its
 * latest refusal, so that a sum over slices counts it once.
 */
final class SpreadWindow {

    private static final int SLICES = 60;

    private final long grain;
    private final int width;
    private final long[] slices;
    private final int[] addresses;
    private final int[] refused;
    private final int[] accepted;

    SpreadWindow(long windowSeconds, long disorderSeconds) {
        grain = Math.max(1, windowSeconds / SLICES);
        width = Math.toIntExact((windowSeconds + grain - 1) / grain);
        int needed = Math.toIntExact(2L * width + disorderSeconds / grain);
        int ring = Integer.highestOneBit(needed) << 1;
        slices = new long[ring];
        Arrays.fill(slices, Long.MIN_VALUE);
        addresses = new int[ring];
        refused = new int[ring];
        accepted = new int[ring];
    }

    void accepted(long moment) {
        accepted[claim(Math.floorDiv(moment, grain))]++;
    }

    void refused(LoginTries tries, long moment) {
        long slice = Math.floorDiv(moment, grain);
        refused[claim(slice)]++;
        long counted = tries.countedIn;
        if (counted != LoginTries.NONE && slices[place(counted)] == counted) {
            if (counted >= slice) {
                return;
            }
            addresses[place(counted)]--;
        }
        addresses[place(slice)]++;
        tries.countedIn = slice;
    }

    /**
     * Whether some window that includes the moment saw refusals from so many addresses, and so many
     * refusals for each accepted login.
     */
    boolean isSpread(long moment, int atLeast, int refusedPerAccepted) {
        long middle = Math.floorDiv(moment, grain);
        int failing = 0;
        int failures = 0;
        long successes = 0;
        for (long slice = middle - width + 1; slice < middle + width; slice++) {
            failing += at(addresses, slice);
            failures += at(refused, slice);
            successes += at(accepted, slice);
            if (slice > middle) {
                failing -= at(addresses, slice - width);
                failures -= at(refused, slice - width);
                successes -= at(accepted, slice - width);
            }
            boolean isWhole = slice >= middle;
            if (isWhole && failing >= atLeast && failures >= refusedPerAccepted * successes) {
                return true;
            }
        }
        return false;
    }

    private int at(int[] counts, long slice) {
        return slices[place(slice)] == slice ? counts[place(slice)] : 0;
    }

    private int claim(long slice) {
        int place = place(slice);
        if (slices[place] != slice) {
            slices[place] = slice;
            addresses[place] = 0;
            refused[place] = 0;
            accepted[place] = 0;
        }
        return place;
    }

    private int place(long slice) {
        return (int) (slice & slices.length - 1);
    }
}
