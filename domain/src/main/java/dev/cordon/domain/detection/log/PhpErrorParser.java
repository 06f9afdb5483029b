package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
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
    private static final byte[] PHP = {'P', 'H', 'P', ' '};
    private static final byte[] TRACE = "Stack trace:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PHP_MESSAGE = "PHP message: ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] POOL = "[pool ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SLOW_SCRIPT =
            "\nscript_filename = ".getBytes(StandardCharsets.US_ASCII);
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
        return local(bytes, from, to) == Digits.NONE || isTrace(bytes, from, to);
    }

    /** Xdebug puts the time also before each line of a stack trace. */
    private static boolean isTrace(byte[] bytes, int from, int to) {
        int close = close(bytes, from, to);
        int at = close + 2;
        if (close < 0 || !Bytes.startsWith(bytes, at, to, PHP)) {
            return false;
        }
        at += PHP.length;
        if (Bytes.startsWith(bytes, at, to, TRACE)) {
            return true;
        }
        while (at < to && bytes[at] == ' ') {
            at++;
        }
        int number = Digits.end(bytes, at, to);
        return number > at && number + 1 < to && bytes[number] == '.' && bytes[number + 1] == ' ';
    }

    @Override
    public @Nullable Rejection read(byte[] line, int lineFrom, int lineTo, EventCursor into) {
        into.begin(line, lineFrom, lineTo);
        long local = local(line, lineFrom, lineTo);
        int close = close(line, lineFrom, lineTo);
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
        if (activity == null) {
            activity = ofFpm(bytes, from, to, into);
        }
        if (activity != null) {
            scratch.set(EventField.ACTIVITY, activity, into);
        }
    }

    private static @Nullable Activity ofFpm(byte[] bytes, int from, int to, EventCursor into) {
        int level = endOfLevel(bytes, from, to);
        if (level < 0) {
            return slowScript(bytes, from, to, into);
        }
        into.set(EventField.LEVEL, from, level);
        into.set(EventField.MESSAGE, Math.min(to, level + 2), to);
        int said = Bytes.find(PHP_MESSAGE, bytes, level, to);
        if (said >= 0) {
            var activity = PhpMessage.read(bytes, said + PHP_MESSAGE.length, to, into);
            if (activity != null) {
                return activity;
            }
        }
        request(bytes, level, to, into);
        return FPM.meaning(bytes, level, to);
    }

    /** What the log of slow requests writes: the pool, the script, and where it was. */
    private static @Nullable Activity slowScript(byte[] bytes, int from, int to, EventCursor into) {
        int pool = from;
        while (pool < to && bytes[pool] == ' ') {
            pool++;
        }
        int script =
                Bytes.startsWith(bytes, pool, to, POOL)
                        ? Bytes.find(SLOW_SCRIPT, bytes, pool, to)
                        : -1;
        if (script < 0) {
            return null;
        }
        int start = script + SLOW_SCRIPT.length;
        int end = Bytes.indexOf((byte) '\n', bytes, start, to);
        into.set(EventField.FILE, start, end < 0 ? to : end);
        return Activity.SLOW_REQUEST;
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
        if (bytes[start] != ' ' || start + 1 == close) {
            return null;
        }
        return Arrays.equals(bytes, start + 1, close, namedZone, 0, namedZone.length)
                ? named
                : learn(Arrays.copyOfRange(bytes, start + 1, close));
    }

    private @Nullable LocalTimes learn(byte[] name) {
        try {
            var zone = ZoneId.of(new String(name, StandardCharsets.US_ASCII));
            named = new LocalTimes(zone);
            namedZone = name;
            return named;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The bracket behind time and zone, or -1. */
    private static int close(byte[] bytes, int from, int to) {
        int zone = from + 1 + DATE;
        return Bytes.indexOf((byte) ']', bytes, zone, Math.min(to, zone + LONGEST_ZONE));
    }

    private static long local(byte[] bytes, int from, int to) {
        boolean shaped =
                to - from >= DATE + 2
                        && bytes[from] == '['
                        && bytes[from + 3] == '-'
                        && bytes[from + 7] == '-'
                        && bytes[from + 12] == ' ';
        if (!shaped) {
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
