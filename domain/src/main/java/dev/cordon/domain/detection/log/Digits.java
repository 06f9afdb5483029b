package dev.cordon.domain.detection.log;

/** Reads numbers and dates from bytes without making an object. */
final class Digits {

    /** No number, no date, no moment. */
    static final long NONE = Long.MIN_VALUE;

    static final int SECONDS_A_DAY = 86_400;

    private static final int LONGEST = 18;
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private Digits() {}

    static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    /** A number of two digits, or -1 if they are none or the bytes end before. */
    static int two(byte[] bytes, int at, int to) {
        boolean there = at + 1 < to && isDigit(bytes[at]) && isDigit(bytes[at + 1]);
        return there ? (bytes[at] - '0') * 10 + bytes[at + 1] - '0' : -1;
    }

    static int four(byte[] bytes, int at, int to) {
        int high = two(bytes, at, to);
        int low = two(bytes, at + 2, to);
        return high < 0 || low < 0 ? -1 : high * 100 + low;
    }

    /** Where the digits that begin there end. */
    static int end(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isDigit(bytes[i])) {
            i++;
        }
        return i;
    }

    /** A whole number of at most 18 digits and nothing else, or {@link #NONE}. */
    static long number(byte[] bytes, int from, int to) {
        if (from >= to || to - from > LONGEST) {
            return NONE;
        }
        long value = 0;
        for (int i = from; i < to; i++) {
            if (!isDigit(bytes[i])) {
                return NONE;
            }
            value = value * 10 + bytes[i] - '0';
        }
        return value;
    }

    /** Days since 1970-01-01, or {@link #NONE} if the calendar has no such day. */
    static long day(int year, int month, int day) {
        if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysOf(month, year)) {
            return NONE;
        }
        int shifted = month > 2 ? month - 3 : month + 9;
        long y = month > 2 ? year : year - 1L;
        long era = Math.floorDiv(y, 400);
        long ofEra = y - era * 400;
        long ofYear = (153L * shifted + 2) / 5 + day - 1;
        return era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468;
    }

    /** Seconds since midnight of {@code hh:mm:ss}, or {@link #NONE}. */
    static long clock(byte[] bytes, int at, int to) {
        int hour = two(bytes, at, to);
        int minute = two(bytes, at + 3, to);
        int second = two(bytes, at + 6, to);
        boolean sensible =
                hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        boolean shaped = sensible && bytes[at + 2] == ':' && bytes[at + 5] == ':';
        return shaped ? hour * 3_600L + minute * 60L + second : NONE;
    }

    private static int daysOf(int month, int year) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }
}
