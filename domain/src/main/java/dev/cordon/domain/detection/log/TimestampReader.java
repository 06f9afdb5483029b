package dev.cordon.domain.detection.log;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;

/**
 * Reads {@code 23/Nov/2026:08:18:04 +0000}. Remembers the last day: a log has few. Reused; not safe
 * for two threads.
 */
final class TimestampReader {

    /** How many bytes such a time has. */
    static final int LENGTH = 26;

    /** What {@link #read} answers when it is no moment in time. */
    static final long NONE = Long.MIN_VALUE;

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int DATE = 11;
    private static final int SECONDS_A_DAY = 86_400;

    private final byte[] knownDate = new byte[DATE];
    private long knownDay = NONE;

    /**
     * Seconds since 1970 in UTC, or {@link #NONE}. The caller has checked that 26 bytes are there.
     */
    long read(byte[] bytes, int at) {
        long day = isKnown(bytes, at) ? knownDay : learn(bytes, at);
        int hour = two(bytes, at + 12);
        int minute = two(bytes, at + 15);
        int second = two(bytes, at + 18);
        int offset = offset(bytes, at + 21);
        boolean shaped =
                bytes[at + 11] == ':'
                        && bytes[at + 14] == ':'
                        && bytes[at + 17] == ':'
                        && bytes[at + 20] == ' ';
        boolean sensible =
                hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        if (day == NONE || !shaped || !sensible || offset == Integer.MIN_VALUE) {
            return NONE;
        }
        return day * SECONDS_A_DAY + hour * 3_600 + minute * 60 + second - offset;
    }

    private boolean isKnown(byte[] bytes, int at) {
        if (knownDay == NONE) {
            return false;
        }
        for (int i = 0; i < DATE; i++) {
            if (bytes[at + i] != knownDate[i]) {
                return false;
            }
        }
        return true;
    }

    private long learn(byte[] bytes, int at) {
        long day = day(bytes, at);
        if (day != NONE) {
            System.arraycopy(bytes, at, knownDate, 0, DATE);
            knownDay = day;
        }
        return day;
    }

    private static long day(byte[] bytes, int at) {
        int day = two(bytes, at);
        int month = month(bytes, at + 3);
        int century = two(bytes, at + 7);
        int rest = two(bytes, at + 9);
        if (bytes[at + 2] != '/' || bytes[at + 6] != '/' || month < 1 || century < 0 || rest < 0) {
            return NONE;
        }
        int year = century * 100 + rest;
        boolean exists = day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day).toEpochDay() : NONE;
    }

    /** The month that these three letters name, from 1, or -1. */
    static int month(byte[] bytes, int at, int to) {
        return at + 2 < to ? month(bytes, at) : -1;
    }

    private static int month(byte[] bytes, int at) {
        for (int i = 0; i < 12; i++) {
            if (bytes[at] == MONTHS.charAt(3 * i)
                    && bytes[at + 1] == MONTHS.charAt(3 * i + 1)
                    && bytes[at + 2] == MONTHS.charAt(3 * i + 2)) {
                return i + 1;
            }
        }
        return -1;
    }

    /** Seconds east of Greenwich, or {@link Integer#MIN_VALUE}. */
    private static int offset(byte[] bytes, int at) {
        int hours = two(bytes, at + 1);
        int minutes = two(bytes, at + 3);
        if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
            return Integer.MIN_VALUE;
        }
        int seconds = hours * 3_600 + minutes * 60;
        return switch (bytes[at]) {
            case '+' -> seconds;
            case '-' -> -seconds;
            default -> Integer.MIN_VALUE;
        };
    }

    /** A number of two digits, or -1. */
    private static int two(byte[] bytes, int at) {
        int tens = bytes[at] - '0';
        int ones = bytes[at + 1] - '0';
        return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
    }
}
