package dev.cordon.domain.detection.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The memory that everything which follows groups shares. Each rule follows groups of its own, so a
 * limit for one of them is none for all: whoever comes from ever new addresses could fill it many
 * times over. Where the room ends, who takes most of it gives some back: a flood of one kind is
 * forgotten before anything that other rules know.
 */
final class Room {

    /** So much, as far as the bytes of Java's objects can be told. */
    static final long MOST = 32L << 20;

    /** What follows groups. */
    interface Tenant {

        /** About how much it holds. */
        long bytes();

        /** Forgets the group that was quiet for the longest; false if there is none to spare. */
        boolean forgetEldest(long now);
    }

    /** An entry of a linked map, and its key. */
    static final long ENTRY = 80;

    private static final int AT_ONCE = 256;

    private final long most;
    private final List<Tenant> tenants = new ArrayList<>();
    private long used;

    Room(long most) {
        this.most = most;
    }

    void add(Tenant tenant) {
        tenants.add(tenant);
    }

    /** So much more is held than before; or less, if negative. */
    void taken(long bytes) {
        used += bytes;
    }

    long used() {
        return used;
    }

    /** Makes sure that there is room, with a little to spare, so that it need not be often. */
    void makeSome(long now) {
        if (used <= most) {
            return;
        }
        boolean more = true;
        while (more && used > most - most / 16) {
            var largest = Collections.max(tenants, Comparator.comparingLong(Tenant::bytes));
            for (int i = 0; more && i < AT_ONCE; i++) {
                more = largest.forgetEldest(now);
            }
        }
    }
}
