package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.state.StateReader;
import dev.cordon.domain.detection.state.StateWriter;
import java.util.Arrays;

/**
 * What each address has done during its present visit that browsers do and tools do not, and since
 * when it is known.
 */
final class Visits {

    /** Fetched a style, a script, a picture. */
    static final int ASSET = 1;

    /** Looked at a page that is not where attacks are aimed. */
    static final int PAGE = 2;

    private static final int BOTH = ASSET | PAGE;
    private static final int SIGNALLED = 4;

    private final Visitors visitors;
    private final BrowserSigns signs;
    private final long memory;
    private long forgotten;
    private long latest;
    private byte[] facts = new byte[1_024];
    private long[] last = new long[1_024];
    private long[] first = new long[1_024];

    Visits(DetectionSettings settings, long salt) {
        visitors = new Visitors(settings.limits().visitors(), salt, this::forget);
        signs = new BrowserSigns(settings.accountPaths());
        memory = settings.limits().visitMemory().toSeconds();
        Arrays.fill(first, Long.MAX_VALUE);
    }

    /** How many were forgotten during their visit, because too many came. */
    long forgotten() {
        return forgotten;
    }

    /**
     * Takes the line into account.
     *
     * @return the visitor's number
     */
    int see(EventCursor event) {
        long time = event.epochSecond();
        latest = time;
        int visitor = visitors.numberOf(event.addressHigh(), event.addressLow());
        makeRoomFor(visitor);
        if (Math.abs(time - last[visitor]) > memory) {
            facts[visitor] = 0;
        }
        last[visitor] = Math.max(last[visitor], time);
        first[visitor] = Math.min(first[visitor], time);
        return visitor;
    }

    /**
     * Looks for signs of a browser in the line; whether there is one that was not known.
     *
     * @param aimed whether the page is what is attacked: looking at it is no sign
     */
    boolean learns(int visitor, EventCursor event, boolean aimed) {
        int known = facts[visitor];
        if ((known & BOTH) == BOTH) {
            return false;
        }
        int now = known | signs.in(event, known) & (aimed ? ASSET : BOTH);
        facts[visitor] = (byte) now;
        return now != known;
    }

    /** The signs of a browser that the visitor has shown. */
    int facts(int visitor) {
        return facts[visitor] & BOTH;
    }

    long firstSeen(int visitor) {
        return first[visitor];
    }

    /** From now on correlation wants to hear when the visitor turns out to have a browser. */
    void signalled(int visitor) {
        facts[visitor] |= SIGNALLED;
    }

    boolean isSignalled(int visitor) {
        return (facts[visitor] & SIGNALLED) != 0;
    }

    private void forget(int visitor) {
        forgotten += latest - last[visitor] <= memory ? 1 : 0;
        facts[visitor] = 0;
        last[visitor] = 0;
        first[visitor] = Long.MAX_VALUE;
    }

    private void makeRoomFor(int visitor) {
        if (visitor >= facts.length) {
            int held = facts.length;
            int room = Math.max(visitor + 1, 2 * held);
            facts = Arrays.copyOf(facts, room);
            last = Arrays.copyOf(last, room);
            first = Arrays.copyOf(first, room);
            Arrays.fill(first, held, room, Long.MAX_VALUE);
        }
    }

    void save(StateWriter to) {
        to.number(forgotten);
        to.number(latest);
        to.number(visitors.count());
        visitors.forEach(
                visitor -> {
                    to.number(visitors.high(visitor));
                    to.number(visitors.low(visitor));
                    to.number(facts[visitor]);
                    to.number(last[visitor]);
                    to.number(first[visitor]);
                });
    }

    /** Where an address belongs. */
    interface Home {
        Visits of(long high, long low);
    }

    /** Reads what was saved, each address to where it belongs now. */
    static void restore(StateReader from, Home home) {
        var first = home.of(0, 0);
        first.forgotten += from.number();
        first.latest = from.number();
        from.each(
                () -> {
                    long high = from.number();
                    long low = from.number();
                    home.of(high, low).restore(high, low, from);
                });
    }

    private void restore(long high, long low, StateReader from) {
        int visitor = visitors.numberOf(high, low);
        makeRoomFor(visitor);
        facts[visitor] = (byte) from.number();
        last[visitor] = from.number();
        first[visitor] = from.number();
    }
}
