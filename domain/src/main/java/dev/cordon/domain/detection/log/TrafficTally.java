package dev.cordon.domain.detection.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts a log's lines by the time that they tell. A line that is not understood tells none, and
 * counts where the latest understood one did. No more is held than is kept of each step.
 */
final class TrafficTally {

    /** What an event may tell of, by the canonical word of its activity. */
    private enum Told {
        LOGINS(Activity.LOGIN_SUCCEEDED),
        FAILED_LOGINS(Activity.LOGIN_FAILED),
        ORDERS(Activity.ORDER_PLACED),
        FAILED_ORDERS(Activity.ORDER_FAILED),
        PAYMENTS(Activity.PAYMENT_SUCCEEDED),
        FAILED_PAYMENTS(Activity.PAYMENT_FAILED);

        private static final Told[] ALL = values();

        private final byte[] word;

        Told(Activity activity) {
            this.word = activity.word();
        }
    }

    private static final int HUNDRED = 100;
    private static final int STATUS_CLASSES = 6;

    /** What is counted of one minute or hour. */
    private static final class Cell {
        private long lines;
        private long bytes;
        private long understood;
        private final long[] statuses = new long[STATUS_CLASSES];
        private final long[] told = new long[Told.ALL.length];

        TrafficCounts counts() {
            return new TrafficCounts(
                    lines,
                    bytes,
                    understood,
                    statuses[2],
                    statuses[3],
                    statuses[4],
                    statuses[5],
                    told[Told.LOGINS.ordinal()],
                    told[Told.FAILED_LOGINS.ordinal()],
                    told[Told.ORDERS.ordinal()],
                    told[Told.FAILED_ORDERS.ordinal()],
                    told[Told.PAYMENTS.ordinal()],
                    told[Told.FAILED_PAYMENTS.ordinal()]);
        }
    }

    private final Map<TrafficStep, TreeMap<Long, Cell>> cells = new EnumMap<>(TrafficStep.class);
    private final long from;
    private long to;
    private long minute = Long.MIN_VALUE;
    private Cell inMinute = new Cell();
    private Cell inHour = new Cell();

    /**
     * @param from lines that begin before that place were counted already
     */
    TrafficTally(long from) {
        this.from = from;
        this.to = from;
    }

    /** An event of so many lines. */
    void understand(EventCursor event, LinePlace place) {
        if (place.start >= from) {
            count(event.epochSecond, place.lines, place.lines, place.end);
            status(event.status);
            if (event.eventClass != EventClass.HTTP_ACTIVITY && event.has(EventField.ACTIVITY)) {
                tell(event);
            }
        }
    }

    /** A line that goes on an event that is already out. */
    void follow(LinePlace line, long epochSecond) {
        if (line.start >= from) {
            count(epochSecond, 1, 1, line.end);
        }
    }

    /** Lines that were not understood, before which that moment was the latest. */
    void reject(int lines, long start, long end, long epochSecond) {
        if (start >= from && epochSecond != Long.MIN_VALUE) {
            count(epochSecond, lines, 0, end);
        }
    }

    /** What lies between was lost. */
    void skipTo(long place) {
        to = Math.max(to, place);
    }

    /** What was counted since the last time. */
    Traffic take() {
        var parts = new ArrayList<Traffic.Part>();
        cells.forEach(
                (step, all) -> {
                    all.forEach(
                            (at, cell) ->
                                    parts.add(
                                            new Traffic.Part(
                                                    step,
                                                    Instant.ofEpochSecond(at),
                                                    cell.counts())));
                    all.clear();
                });
        minute = Long.MIN_VALUE;
        return new Traffic(to, List.copyOf(parts));
    }

    private void count(long epochSecond, int lines, int understood, long end) {
        move(epochSecond);
        long bytes = Math.max(0, end + 1 - to);
        to += bytes;
        inMinute.lines += lines;
        inMinute.bytes += bytes;
        inMinute.understood += understood;
        inHour.lines += lines;
        inHour.bytes += bytes;
        inHour.understood += understood;
    }

    private void status(int status) {
        int hundreds = status / HUNDRED;
        if (hundreds > 0 && hundreds < STATUS_CLASSES) {
            inMinute.statuses[hundreds]++;
            inHour.statuses[hundreds]++;
        }
    }

    private void tell(EventCursor event) {
        int start = event.from(EventField.ACTIVITY);
        int end = event.to(EventField.ACTIVITY);
        for (var each : Told.ALL) {
            if (end - start == each.word.length
                    && Bytes.startsWith(event.bytes, start, end, each.word)) {
                inMinute.told[each.ordinal()]++;
                inHour.told[each.ordinal()]++;
            }
        }
    }

    private void move(long epochSecond) {
        long at = TrafficStep.MINUTE.floor(epochSecond);
        if (at != minute) {
            minute = at;
            inMinute = cell(TrafficStep.MINUTE, at);
            inHour = cell(TrafficStep.HOUR, TrafficStep.HOUR.floor(epochSecond));
        }
    }

    /** The earliest make room: by what comes after them they are over. */
    private Cell cell(TrafficStep step, long at) {
        var all = cells.computeIfAbsent(step, _ -> new TreeMap<>());
        var cell = all.computeIfAbsent(at, _ -> new Cell());
        while (all.size() > step.most()) {
            all.pollFirstEntry();
        }
        return cell;
    }
}
