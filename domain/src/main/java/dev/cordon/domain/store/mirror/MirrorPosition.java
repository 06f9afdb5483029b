package dev.cordon.domain.store.mirror;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How far a store's changed orders were read. A store keeps whole seconds, so that any number of
 * orders share one; and an order that is changed while it is read moves to the end of the list, and
 * everything behind it one place forward. So pages are counted only within a second that holds more
 * than one page, and each of those pages begins with the last order of the one before: where it
 * does not, something moved, and that second is read again.
 *
 * @param reached everything that was changed before this second was read
 * @param counted how many orders of a crowded second were read; 0 outside of one
 * @param last the id of the last of them
 */
public record MirrorPosition(Instant reached, int counted, long last) {

    private static final long NOBODY = 0;

    /** A transaction of the store may end some time after the moment that it writes. */
    private static final Duration LATE = Duration.ofSeconds(60);

    public MirrorPosition {
        reached = reached.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Begins with what was changed at that moment. */
    public static MirrorPosition at(Instant moment) {
        return new MirrorPosition(moment, 0, 0);
    }

    /** Where a new pass begins: a little is read again, for what came late. */
    public MirrorPosition again() {
        return counted > 0 ? this : at(reached.minus(LATE));
    }

    public OrderQuery query(Instant createdFrom) {
        return counted == 0
                ? new OrderQuery(createdFrom, reached, null, OrderQuery.Sorting.MODIFIED, 0)
                : new OrderQuery(
                        createdFrom,
                        reached,
                        reached.plusSeconds(1),
                        OrderQuery.Sorting.ID,
                        Math.max(counted - 1, 0));
    }

    /** Whether there is more to read. */
    public enum Progress {
        MORE,
        /** A second holds more than one page and is not over yet: it is read when it is. */
        LATER,
        CAUGHT_UP
    }

    /** What reading a page came to. */
    public record Step(MirrorPosition position, Progress progress) {}

    /**
     * Goes on behind a page that answered {@link #query}.
     *
     * @param settled seconds before this one are over in the store, too
     */
    public Step after(OrderPage page, Instant settled) {
        return counted == 0 ? afterChanges(page, settled) : afterCrowd(page);
    }

    private Step afterChanges(OrderPage page, Instant settled) {
        var newest = reached;
        for (var order : page.orders()) {
            var changed = order.modifiedAt().truncatedTo(ChronoUnit.SECONDS);
            newest = changed.isAfter(newest) ? changed : newest;
        }
        if (!page.full()) {
            return new Step(at(newest), Progress.CAUGHT_UP);
        }
        if (newest.isAfter(reached)) {
            return new Step(at(newest), Progress.MORE);
        }
        return reached.plusSeconds(1).isAfter(settled)
                ? new Step(at(reached), Progress.LATER)
                : new Step(crowd(), Progress.MORE);
    }

    private Step afterCrowd(OrderPage page) {
        boolean first = last == NOBODY;
        var orders = page.orders();
        if (!first && (orders.isEmpty() || orders.getFirst().order().id() != last)) {
            return new Step(crowd(), Progress.MORE);
        }
        if (!page.full()) {
            return new Step(at(reached.plusSeconds(1)), Progress.MORE);
        }
        int before = first ? 0 : counted - 1;
        var goneOn =
                new MirrorPosition(reached, before + orders.size(), orders.getLast().order().id());
        return new Step(goneOn, Progress.MORE);
    }

    /** At the beginning of a crowded second. */
    private MirrorPosition crowd() {
        return new MirrorPosition(reached, 1, NOBODY);
    }
}
