package dev.cordon.domain.detection.engine;

import dev.cordon.domain.detection.log.EventCursor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of some addresses, looked at beside those of others. What they show waits until all
 * lanes are as far, and is then told in the order of the lines.
 */
final class Lane implements Correlation {

    /**
     * @param event the number of the line's event
     * @param signal null where an address turned out to have a browser
     */
    private record Held(long event, @Nullable Signal signal, long high, long low, boolean bare) {}

    private final int number;
    private final int count;
    private final LineWatch lines;
    private final Deque<Held> held = new ArrayDeque<>();
    private long event;

    Lane(int number, int count, Plan plan, DetectionSettings settings, long salt) {
        this.number = number;
        this.count = count;
        this.lines = new LineWatch(plan, settings.share(count), this, salt);
    }

    LineWatch lines() {
        return lines;
    }

    /** Every lane is shown every event, so that all count alike. */
    void show(EventCursor line, int source, long place, int length) {
        event++;
        if (LineWatch.laneOf(line.addressHigh(), line.addressLow(), count) == number) {
            lines.observe(line, source, place, length);
        }
    }

    @Override
    public void observe(Signal signal) {
        held.add(new Held(event, signal.copy(), 0, 0, false));
    }

    @Override
    public void warmed(long high, long low, boolean bare) {
        held.add(new Held(event, null, high, low, bare));
    }

    /** Tells what all lanes hold, in the order of the lines. */
    static void tell(List<Lane> lanes, Correlation to) {
        for (var next = first(lanes); next != null; next = first(lanes)) {
            var one = next.held.removeFirst();
            if (one.signal() == null) {
                to.warmed(one.high(), one.low(), one.bare());
            } else {
                to.observe(one.signal());
            }
        }
    }

    private static @Nullable Lane first(List<Lane> lanes) {
        Lane first = null;
        for (var lane : lanes) {
            var next = lane.held.peekFirst();
            var best = first == null ? null : first.held.peekFirst();
            if (next != null && (best == null || next.event() < best.event())) {
                first = lane;
            }
        }
        return first;
    }
}
