package dev.cordon.domain.detection.log;

import org.jspecify.annotations.Nullable;

/**
 * Reads lines of the combined format, {@code address ident user [time] "request" status size
 * "referer" "agent"}, and whatever a server appends behind them.
 *
 * <p>Every search ends at the line's end, so a hostile line costs no more than its length. Quotes
 * may be escaped as Apache does ({@code \"}) or as nginx does ({@code \x22}). Reused; not safe for
 * two threads.
 */
final class AccessLogParser implements LineParser {

    private static final byte QUOTE = '"';
    private static final int LONGEST_ADDRESS = 45;
    private static final int LONGEST_SIZE = 18;
    private static final int NOBODY = " - -".length();
    private static final int FAILED = -1;

    private EventCursor line = new EventCursor();
    private final AddressReader addresses = new AddressReader();
    private final TimestampReader times = new TimestampReader();
    private @Nullable Rejection failure;

    @Override
    public @Nullable Rejection read(byte[] bytes, int from, int to, EventCursor into) {
        line = into;
        line.begin(bytes, from, to);
        line.eventClass = EventClass.HTTP_ACTIVITY;
        int at = address(bytes, from, to);
        at = at < 0 ? at : time(bytes, at, to);
        at = at < 0 ? at : request(bytes, at, to);
        at = at < 0 ? at : status(bytes, at, to);
        at = at < 0 ? at : size(bytes, at, to);
        at = at < 0 ? at : referer(bytes, at, to);
        at = at < 0 ? at : agent(bytes, at, to);
        return at < 0 ? failure : null;
    }

    private int address(byte[] bytes, int from, int to) {
        int end = from;
        int limit = Math.min(to, from + LONGEST_ADDRESS + 1);
        while (end < limit && bytes[end] != ' ') {
            end++;
        }
        if (end == limit || !addresses.read(bytes, from, end)) {
            return fail(Rejection.NO_ADDRESS);
        }
        line.addressed = true;
        line.high = addresses.high();
        line.low = addresses.low();
        return end;
    }

    /**
     * A client may send any user name, also one that looks like a time; but servers escape quotes
     * in it, so the time is where its brackets stand at their distance with a quote behind them.
     */
    private int time(byte[] bytes, int from, int to) {
        int first = Bytes.indexOf((byte) '[', bytes, from, to);
        int open = first;
        while (open >= 0 && !isTime(bytes, open, to)) {
            open = Bytes.indexOf((byte) '[', bytes, open + 1, to);
        }
        if (open < 0) {
            return fail(first < 0 ? Rejection.OTHER_FORMAT : withoutTime(bytes, first, to));
        }
        line.epochSecond = times.read(bytes, open + 1);
        if (line.epochSecond == TimestampReader.NONE) {
            return fail(Rejection.BAD_TIME);
        }
        user(bytes, from, open);
        return close(open) + 3;
    }

    private static boolean isTime(byte[] bytes, int open, int to) {
        int close = close(open);
        return close + 2 < to
                && bytes[close] == ']'
                && bytes[close + 1] == ' '
                && bytes[close + 2] == QUOTE;
    }

    private static Rejection withoutTime(byte[] bytes, int open, int to) {
        int close = close(open);
        if (close + 2 >= to) {
            return Bytes.indexOf((byte) ']', bytes, open, to) < 0
                            || close < to && bytes[close] == ']'
                    ? Rejection.CUT_SHORT
                    : Rejection.BAD_TIME;
        }
        return bytes[close] == ']' ? Rejection.OTHER_FORMAT : Rejection.BAD_TIME;
    }

    /** What stands behind the identity, which nobody asks for any more. */
    private void user(byte[] bytes, int from, int open) {
        int end = open - 1;
        if (end - from == NOBODY && bytes[end - 1] == '-') {
            return;
        }
        int identity = Bytes.indexOf((byte) ' ', bytes, from + 1, open);
        int start = identity + 1;
        if (identity > 0 && end > start && !(end == start + 1 && bytes[start] == '-')) {
            line.set(EventField.ACTOR, start, end);
        }
    }

    private static int close(int open) {
        return open + TimestampReader.LENGTH + 1;
    }

    private int quoteAfterSpace(byte[] bytes, int at) {
        return bytes[at] == ' ' && bytes[at + 1] == QUOTE ? at + 2 : fail(Rejection.OTHER_FORMAT);
    }

    private int request(byte[] bytes, int from, int to) {
        int end = Quotes.closing(bytes, from, to);
        if (end < 0) {
            return fail(Rejection.CUT_SHORT);
        }
        return RequestLine.read(bytes, from, end, line) ? end + 1 : fail(Rejection.NOT_HTTP);
    }

    private int status(byte[] bytes, int at, int to) {
        if (to - at < " 200 -".length()) {
            return fail(Rejection.CUT_SHORT);
        }
        int hundreds = bytes[at + 1] - '0';
        int tens = bytes[at + 2] - '0';
        int ones = bytes[at + 3] - '0';
        boolean number = isDigit(hundreds) && isDigit(tens) && isDigit(ones);
        if (bytes[at] != ' ' || bytes[at + 4] != ' ') {
            return fail(Rejection.OTHER_FORMAT);
        }
        if (!number || hundreds < 1 || hundreds > 5) {
            return fail(Rejection.BAD_STATUS);
        }
        line.status = hundreds * 100 + tens * 10 + ones;
        return at + 5;
    }

    private int size(byte[] bytes, int from, int to) {
        long size = 0;
        int at = from;
        int limit = Math.min(to, from + LONGEST_SIZE);
        while (at < limit && isDigit(bytes[at] - '0')) {
            size = size * 10 + bytes[at] - '0';
            at++;
        }
        at = at == from && bytes[at] == '-' ? at + 1 : at;
        if (at + 1 >= to) {
            return fail(Rejection.CUT_SHORT);
        }
        line.size = size;
        return at == from ? fail(Rejection.OTHER_FORMAT) : quoteAfterSpace(bytes, at);
    }

    private int referer(byte[] bytes, int from, int to) {
        int end = Quotes.closing(bytes, from, to);
        if (end < 0 || end + 2 >= to) {
            return fail(Rejection.CUT_SHORT);
        }
        line.set(EventField.REFERER, from, end);
        return quoteAfterSpace(bytes, end + 1);
    }

    private int agent(byte[] bytes, int from, int to) {
        int end = Quotes.closing(bytes, from, to);
        if (end < 0) {
            return fail(Rejection.CUT_SHORT);
        }
        line.set(EventField.USER_AGENT, from, end);
        return end;
    }

    private static boolean isDigit(int value) {
        return value >= 0 && value <= 9;
    }

    private int fail(Rejection reason) {
        failure = reason;
        return FAILED;
    }
}
