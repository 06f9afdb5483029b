package dev.cordon.domain.detection.log;

import java.time.ZoneId;

/**
 * Reads a moment that a program wrote into a field: a number since 1970 in seconds, milli-, micro-
 * or nanoseconds (its length tells), ISO 8601, or the time of the combined format.
 */
final class MomentReader {

    private static final int LONGEST_SECONDS = 11;

    /** Fewer digits are how long something took, or a clock that was never set. */
    private static final int SHORTEST = 9;

    private static final byte[] UTC = {' ', 'U', 'T', 'C'};
    private static final byte[] GMT = {' ', 'G', 'M', 'T'};

    private final IsoTime iso;
    private final IsoTime utc;
    private final TimestampReader stamps = new TimestampReader();

    /**
     * @param zone of moments that do not say
     */
    MomentReader(ZoneId zone) {
        iso = new IsoTime(new LocalTimes(zone));
        utc = new IsoTime(new LocalTimes(java.time.ZoneOffset.UTC));
    }

    /** Seconds since 1970 in UTC, or {@link Digits#NONE}. */
    long read(byte[] bytes, int from, int to) {
        if (to - from > 2 && bytes[from] == '[' && bytes[to - 1] == ']') {
            return plain(bytes, from + 1, to - 1);
        }
        return plain(bytes, from, to);
    }

    private long plain(byte[] bytes, int from, int to) {
        return plain(iso, bytes, from, to);
    }

    /** The same where a moment that does not say is of UTC. */
    long readUtc(byte[] bytes, int from, int to) {
        return plain(utc, bytes, from, to);
    }

    private long plain(IsoTime time, byte[] bytes, int from, int to) {
        int digits = Digits.end(bytes, from, to);
        if (digits > from && (digits == to || bytes[digits] == '.')) {
            return number(bytes, from, digits, to);
        }
        boolean stamp = to - from == TimestampReader.LENGTH && bytes[from + 2] == '/';
        return stamp ? stamps.read(bytes, from) : whole(time, bytes, from, to);
    }

    private long whole(IsoTime time, byte[] bytes, int from, int to) {
        boolean named =
                Bytes.endsWith(bytes, from, to, UTC) || Bytes.endsWith(bytes, from, to, GMT);
        int end = named ? to - UTC.length : to;
        var reader = named ? utc : time;
        long second = reader.read(bytes, from, end);
        return second == Digits.NONE || reader.end() != end ? Digits.NONE : second;
    }

    /** What stands behind the point is less than a second, whatever the unit. */
    private static long number(byte[] bytes, int from, int end, int to) {
        boolean fraction = end == to || Digits.end(bytes, end + 1, to) == to;
        int digits = Math.min(end - from, 18);
        long value = Digits.number(bytes, from, from + digits);
        boolean believed = fraction && end - from >= SHORTEST && end - from <= 19;
        return believed ? value / unit(end - from) : Digits.NONE;
    }

    private static long unit(int digits) {
        if (digits <= LONGEST_SECONDS) {
            return 1;
        }
        if (digits <= LONGEST_SECONDS + 3) {
            return 1_000;
        }
        // A number of nanoseconds has 19 digits, one more than was read.
        return digits <= LONGEST_SECONDS + 6
                ? 1_000_000
                : digits == 18 ? 1_000_000_000 : 100_000_000;
    }
}
