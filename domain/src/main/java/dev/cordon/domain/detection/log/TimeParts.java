package dev.cordon.domain.detection.log;

/** The parts of one time, gathered from a line. Reused; not safe for two threads. */
final class TimeParts {

    private final LocalTimes zone;
    private int at;
    private long year;
    private long month;
    private long day;
    private long hour;
    private long minute;
    private long second;
    private long offset;
    private long epoch;

    TimeParts(LocalTimes zone) {
        this.zone = zone;
    }

    /** Forgets the line before. */
    void begin() {
        year = 0;
        month = 0;
        day = 0;
        hour = 0;
        minute = 0;
        second = 0;
        offset = Digits.NONE;
        epoch = Digits.NONE;
    }

    /**
     * Reads the parts that were written so, and says where they end, or -1. They may be read again
     * elsewhere in the line.
     */
    int read(byte[] pattern, byte[] bytes, int from, int to) {
        at = from;
        for (int i = 0; i < pattern.length; i++) {
            boolean read =
                    pattern[i] == '%'
                            ? part(pattern[++i], bytes, to)
                            : at < to && bytes[at++] == pattern[i];
            if (!read) {
                return -1;
            }
        }
        return at;
    }

    /** Seconds since 1970 in UTC, or {@link Digits#NONE}. */
    long epochSecond() {
        if (epoch != Digits.NONE) {
            return epoch;
        }
        long date = Digits.day((int) year, (int) month, (int) day);
        if (date == Digits.NONE) {
            return Digits.NONE;
        }
        long local = date * Digits.SECONDS_A_DAY + hour * 3_600 + minute * 60 + second;
        return offset == Digits.NONE ? zone.epochSecond(local) : local - offset;
    }

    private boolean part(byte letter, byte[] bytes, int to) {
        return switch (letter) {
            case 'Y' -> (year = take(Digits.four(bytes, at, to), 4)) >= 0;
            case 'y' -> (year = 2000 + take(Digits.two(bytes, at, to), 2)) >= 2000;
            case 'm' -> (month = take(Digits.two(bytes, at, to), 2)) >= 0;
            case 'b' -> (month = take(TimestampReader.month(bytes, at, to), 3)) >= 0;
            case 'd' -> (day = take(Digits.two(bytes, at, to), 2)) >= 0;
            case 'e' -> (day = take(spaced(bytes, to), 2)) >= 0;
            case 'H' -> isBelow(24, hour = take(Digits.two(bytes, at, to), 2));
            case 'M' -> isBelow(60, minute = take(Digits.two(bytes, at, to), 2));
            case 'S' -> isBelow(61, second = take(Digits.two(bytes, at, to), 2));
            case 'a' -> take(0, 3) == 0 && at <= to;
            case 'z' -> offset(bytes, to);
            default -> seconds(bytes, to);
        };
    }

    private int take(int value, int length) {
        at += length;
        return value;
    }

    private static boolean isBelow(int limit, long value) {
        return value >= 0 && value < limit;
    }

    private int spaced(byte[] bytes, int to) {
        boolean one = at + 1 < to && bytes[at] == ' ' && Digits.isDigit(bytes[at + 1]);
        return one ? bytes[at + 1] - '0' : Digits.two(bytes, at, to);
    }

    private boolean offset(byte[] bytes, int to) {
        int hours = Digits.two(bytes, at + 1, to);
        int minutes = Digits.two(bytes, at + 3, to);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return false;
        }
        boolean east = bytes[at] == '+';
        offset = (hours * 3_600L + minutes * 60L) * (east ? 1 : -1);
        at += 5;
        return east || bytes[at - 5] == '-';
    }

    private boolean seconds(byte[] bytes, int to) {
        int end = Digits.end(bytes, at, to);
        epoch = Digits.number(bytes, at, end);
        at = end;
        return epoch != Digits.NONE;
    }
}
