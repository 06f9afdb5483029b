package dev.cordon.domain.detection.log;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads PHP's error log, WordPress's {@code debug.log}, and the log of PHP-FPM: {@code [23-Nov-2026
 * 08:22:19 Europe/Berlin] PHP Warning: …} with a stack trace behind it. A zone that the line names
 * counts; without one it is the source's. Reused; not safe for two threads.
 */
final class PhpErrorParser implements LineParser {

    private static final Phrases FPM =
            new Phrases()
                    .with(Activity.SLOW_REQUEST, "executing too slow")
                    .with(
                            Activity.WORKERS_EXHAUSTED,
                            "reached pm.max_children",
                            "reached max_children")
                    .with(Activity.FATAL_ERROR, "exited on signal");
    private static final byte[] PRODUCT = {'p', 'h', 'p'};
    private static final byte[] REQUEST = {'r', 'e', 'q', 'u', 'e', 's', 't', ':', ' ', '"'};
    private static final byte[] SCRIPT = {'s', 'c', 'r', 'i', 'p', 't', ' ', '\''};
    private static final int DATE = "23-Nov-2026 08:22:19".length();
    private static final int LONGEST_ZONE = 40;
    private static final int LONGEST_LEVEL = 10;

    private final LocalTimes source;
    private final Scratch scratch = new Scratch();
    private byte[] namedZone = new byte[0];
    private LocalTimes named;

    PhpErrorParser(ZoneId zone) {
        source = new LocalTimes(zone);
        named = source;
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
        int close =
                Bytes.indexOf(
                        (byte) ']',
                        line,
                        lineFrom,
                        Math.min(lineTo, lineFrom + DATE + LONGEST_ZONE));
        if (local == Digits.NONE || close < 0) {
            return Rejection.OTHER_FORMAT;
        }
        var zone = zone(line, lineFrom + 1 + DATE, close);
        if (zone == null) {
            return Rejection.BAD_TIME;
        }
        into.epochSecond = zone.epochSecond(local);
        into.eventClass = EventClass.APPLICATION_ERROR;
        scratch.begin(line, lineFrom, lineTo, into);
        int from = Math.min(lineTo, close + 2) - lineFrom;
        message(scratch.bytes(), from, lineTo - lineFrom, into);
        return null;
    }

    private void message(byte[] bytes, int from, int to, EventCursor into) {
        into.set(EventField.MESSAGE, from, to);
        scratch.set(EventField.PRODUCT, PRODUCT, into);
        var activity = PhpMessage.read(bytes, from, to, into);
        int level = activity == null ? endOfLevel(bytes, from, to) : -1;
        if (level > 0) {
            into.set(EventField.LEVEL, from, level);
            into.set(EventField.MESSAGE, Math.min(to, level + 2), to);
            activity = FPM.meaning(bytes, level, to);
            request(bytes, level, to, into);
        }
        if (activity != null) {
            scratch.set(EventField.ACTIVITY, activity, into);
        }
    }

    /** PHP-FPM writes a word in capitals and a colon. */
    private static int endOfLevel(byte[] bytes, int from, int to) {
        int i = from;
        int limit = Math.min(to, from + LONGEST_LEVEL);
        while (i < limit && bytes[i] >= 'A' && bytes[i] <= 'Z') {
            i++;
        }
        return i > from && i < to && bytes[i] == ':' ? i : -1;
    }

    private static void request(byte[] bytes, int from, int to, EventCursor into) {
        int script = Bytes.find(SCRIPT, bytes, from, to);
        int apostrophe =
                script < 0 ? -1 : Bytes.indexOf((byte) '\'', bytes, script + SCRIPT.length, to);
        if (apostrophe > 0) {
            into.set(EventField.FILE, script + SCRIPT.length, apostrophe);
        }
        int request = Bytes.find(REQUEST, bytes, from, to);
        int start = request + REQUEST.length;
        int end = request < 0 ? -1 : Bytes.indexOf((byte) '"', bytes, start, to);
        if (end > start) {
            RequestLine.read(bytes, start, end, into);
        }
    }

    /** The zone between the time and the bracket; null if there is none of that name. */
    private @Nullable LocalTimes zone(byte[] bytes, int from, int close) {
        int start = from;
        if (start < close && bytes[start] == '.') {
            start = Digits.end(bytes, start + 1, close);
        }
        if (start == close) {
            return source;
        }
        if (bytes[start] != ' ') {
            return null;
        }
        return Arrays.equals(bytes, start + 1, close, namedZone, 0, namedZone.length)
                ? named
                : learn(Arrays.copyOfRange(bytes, start + 1, close));
    }

    private @Nullable LocalTimes learn(byte[] name) {
        try {
            var zone = ZoneId.of(new String(name, java.nio.charset.StandardCharsets.US_ASCII));
            named = new LocalTimes(zone);
            namedZone = name;
            return named;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static long local(byte[] bytes, int from, int to) {
        if (to - from < DATE + 2 || bytes[from] != '[' || bytes[from + 3] != '-') {
            return Digits.NONE;
        }
        long day =
                Digits.day(
                        Digits.four(bytes, from + 8, to),
                        TimestampReader.month(bytes, from + 4, to),
                        Digits.two(bytes, from + 1, to));
        long clock = Digits.clock(bytes, from + 13, to);
        return day == Digits.NONE || clock == Digits.NONE
                ? Digits.NONE
                : day * Digits.SECONDS_A_DAY + clock;
    }
}
