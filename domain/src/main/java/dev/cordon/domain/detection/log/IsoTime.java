package dev.cordon.domain.detection.log;

/**
 * Reads {@code 2026-11-23T08:18:04+00:00} and its relatives: a slash between the date's numbers, a
 * space before the time, a fraction, and an offset with or without colon or a space before it,
 * {@code Z}, or none, which leaves it to the source's zone.
 */
final class IsoTime {

    /** How many bytes date and time have without fraction and offset. */
    static final int LENGTH = 19;

    private final LocalTimes zone;
    private int end;

    IsoTime(LocalTimes zone) {
        this.zone = zone;
    }

    /** Whether a date and a time of day begin there. */
    static boolean begins(byte[] bytes, int at, int to) {
        return local(bytes, at, to) != Digits.NONE;
    }

    /** Seconds since 1970 in UTC, or {@link Digits#NONE}. */
    long read(byte[] bytes, int from, int to) {
        long local = local(bytes, from, to);
        if (local == Digits.NONE) {
            return Digits.NONE;
        }
        int at = afterFraction(bytes, from + LENGTH, to);
        if (at < to && (bytes[at] == 'Z' || bytes[at] == 'z')) {
            end = at + 1;
            return local;
        }
        boolean spaced = at + 2 < to && bytes[at] == ' ' && Digits.isDigit(bytes[at + 2]);
        int sign = spaced ? at + 1 : at;
        boolean signed = sign < to && (bytes[sign] == '+' || bytes[sign] == '-');
        return signed ? local - offset(bytes, sign, to) : ofZone(local, at);
    }

    /** Where the time that was read last ended. */
    int end() {
        return end;
    }

    private long ofZone(long local, int at) {
        end = at;
        return zone.epochSecond(local);
    }

    private int offset(byte[] bytes, int sign, int to) {
        int hours = Digits.two(bytes, sign + 1, to);
        if (hours < 0 || hours > 18) {
            end = sign;
            return 0;
        }
        int at = sign + 3 < to && bytes[sign + 3] == ':' ? sign + 4 : sign + 3;
        int minutes = Digits.two(bytes, at, to);
        end = minutes < 0 ? sign + 3 : at + 2;
        int seconds = hours * 3_600 + Math.max(minutes, 0) * 60;
        return bytes[sign] == '-' ? -seconds : seconds;
    }

    private static int afterFraction(byte[] bytes, int at, int to) {
        boolean fraction =
                at + 1 < to
                        && (bytes[at] == '.' || bytes[at] == ',')
                        && Digits.isDigit(bytes[at + 1]);
        return fraction ? Digits.end(bytes, at + 1, to) : at;
    }

    private static long local(byte[] bytes, int at, int to) {
        if (to - at < LENGTH) {
            return Digits.NONE;
        }
        byte between = bytes[at + 4];
        byte before = bytes[at + 10];
        boolean shaped =
                (between == '-' || between == '/')
                        && bytes[at + 7] == between
                        && (before == 'T' || before == 't' || before == ' ');
        long clock = shaped ? Digits.clock(bytes, at + 11, to) : Digits.NONE;
        long day =
                Digits.day(
                        Digits.four(bytes, at, to),
                        Digits.two(bytes, at + 5, to),
                        Digits.two(bytes, at + 8, to));
        return clock == Digits.NONE || day == Digits.NONE
                ? Digits.NONE
                : day * Digits.SECONDS_A_DAY + clock;
    }
}
