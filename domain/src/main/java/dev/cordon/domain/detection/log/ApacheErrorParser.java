package dev.cordon.domain.detection.log;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Reads Apache's error log, {@code [Mon Nov 23 08:22:59.123456 2026] [core:error] [pid 17] [client
 * address:port] message, referer: …}, as 2.4 and 2.2 write it. The time is of the source's zone.
 * Reused; not safe for two threads.
 */
final class ApacheErrorParser implements LineParser {

    private static final byte[] PRODUCT = bytes("apache");
    private static final byte[] CLIENT = bytes("[client ");
    private static final byte[] REFERER = bytes(", referer: ");
    private static final int CLOCK = "[Mon Nov 23 ".length();

    private final LocalTimes zone;
    private final ClientAddress client = new ClientAddress(AddressRule.AS_WRITTEN);
    private final Scratch scratch = new Scratch();

    ApacheErrorParser(ZoneId zone) {
        this.zone = new LocalTimes(zone);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    @Override
    public boolean joinsLines() {
        return true;
    }

    @Override
    public boolean continuesPrevious(byte[] bytes, int from, int to) {
        return local(bytes, from, to) == Digits.NONE;
    }

    @Override
    public @Nullable Rejection read(byte[] line, int lineFrom, int lineTo, EventCursor into) {
        into.begin(line, lineFrom, lineTo);
        long local = local(line, lineFrom, lineTo);
        if (local == Digits.NONE) {
            return Rejection.OTHER_FORMAT;
        }
        int close = Bytes.indexOf((byte) ']', line, lineFrom + CLOCK, lineTo);
        if (close < 0) {
            return Rejection.OTHER_FORMAT;
        }
        into.epochSecond = zone.epochSecond(local);
        into.eventClass = EventClass.APPLICATION_ERROR;
        scratch.begin(line, lineFrom, lineTo, into);
        byte[] bytes = scratch.bytes();
        int to = lineTo - lineFrom;
        int from = brackets(bytes, close + 1 - lineFrom, to, into);
        int referer = Bytes.findLast(REFERER, bytes, from, to);
        if (referer >= 0) {
            into.set(EventField.REFERER, referer + REFERER.length, to);
        }
        message(bytes, from, referer < 0 ? to : referer, into);
        return null;
    }

    private void message(byte[] bytes, int from, int to, EventCursor into) {
        into.set(EventField.MESSAGE, from, to);
        scratch.set(EventField.PRODUCT, PRODUCT, into);
        var activity = ServerMessage.read(bytes, from, to, scratch, into);
        if (activity != null) {
            scratch.set(EventField.ACTIVITY, activity, into);
        }
    }

    /** Level, process and client, each in brackets; says where the message begins. */
    private int brackets(byte[] bytes, int from, int to, EventCursor into) {
        int at = from;
        boolean first = true;
        while (at + 1 < to && bytes[at] == ' ' && bytes[at + 1] == '[') {
            int close = Bytes.indexOf((byte) ']', bytes, at, to);
            if (close < 0) {
                break;
            }
            if (first) {
                int colon = Bytes.indexOf((byte) ':', bytes, at, close);
                into.set(EventField.LEVEL, Math.max(colon + 1, at + 2), close);
            } else if (Bytes.startsWith(bytes, at + 1, close, CLIENT)) {
                client(bytes, at + 1 + CLIENT.length, close, into);
                return Math.min(to, close + 2);
            }
            first = false;
            at = close + 1;
        }
        return Math.min(to, at + 1);
    }

    /** The port stands behind the last colon, also behind IPv6; 2.2 has none. */
    private void client(byte[] bytes, int from, int close, EventCursor into) {
        int colon = close - 1;
        while (colon > from && Digits.isDigit(bytes[colon])) {
            colon--;
        }
        boolean port =
                colon > from && colon < close - 1 && bytes[colon] == ':' && bytes[colon - 1] != ':';
        boolean newer = hasFraction(bytes);
        if (!(port && newer && client.read(bytes, from, colon, into) && into.addressed)) {
            client.read(bytes, from, close, into);
        }
    }

    private static boolean hasFraction(byte[] bytes) {
        return bytes[CLOCK + 8] == '.';
    }

    private static long local(byte[] bytes, int from, int to) {
        int at = from + CLOCK;
        boolean shaped =
                at + 14 <= to
                        && bytes[from] == '['
                        && bytes[from + 4] == ' '
                        && bytes[from + 8] == ' ';
        long clock = shaped ? Digits.clock(bytes, at, to) : Digits.NONE;
        if (clock == Digits.NONE) {
            return Digits.NONE;
        }
        int year = bytes[at + 8] == '.' ? Digits.end(bytes, at + 9, to) + 1 : at + 9;
        boolean one = bytes[from + 9] == ' ' && Digits.isDigit(bytes[from + 10]);
        int day = one ? bytes[from + 10] - '0' : Digits.two(bytes, from + 9, to);
        long date =
                Digits.day(
                        Digits.four(bytes, year, to),
                        TimestampReader.month(bytes, from + 5, to),
                        day);
        return date == Digits.NONE ? Digits.NONE : date * Digits.SECONDS_A_DAY + clock;
    }
}
