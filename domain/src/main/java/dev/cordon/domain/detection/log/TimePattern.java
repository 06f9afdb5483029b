package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;

/**
 * A time in parts as {@code strftime} writes them: {@code %d/%b/%Y %T} and the like. Without {@code
 * %z} it is of the source's zone.
 */
record TimePattern(byte[] pattern) {

    private static final String KNOWN = "YmdeHMSbzsy";

    /**
     * @throws IllegalArgumentException if it writes something that is not understood, or no day or
     *     no time of day
     */
    static TimePattern of(String text) {
        var spelled =
                text.replace("%T", "%H:%M:%S").replace("%R", "%H:%M").replace("%F", "%Y-%m-%d");
        for (int i = 0; i < spelled.length(); i++) {
            if (spelled.charAt(i) == '%') {
                i++;
                if (i == spelled.length() || KNOWN.indexOf(spelled.charAt(i)) < 0) {
                    throw new IllegalArgumentException(
                            "a time of %{"
                                    + text
                                    + "}t is not understood; %Y, %y, %m, %b, %d, %e, %H, %M, %S,"
                                    + " %F, %T, %R, %z and %s are");
                }
            }
        }
        boolean whole =
                spelled.contains("%s")
                        || (spelled.contains("%Y") || spelled.contains("%y"))
                                && (spelled.contains("%m") || spelled.contains("%b"))
                                && (spelled.contains("%d") || spelled.contains("%e"))
                                && spelled.contains("%H")
                                && spelled.contains("%M");
        if (!whole) {
            throw new IllegalArgumentException(
                    "a time of %{" + text + "}t has no day or no time of day");
        }
        return new TimePattern(spelled.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether it says in which zone it is. */
    boolean knowsZone() {
        var text = new String(pattern, StandardCharsets.UTF_8);
        return text.contains("%z") || text.contains("%s");
    }

    /** Reads times that were written so. Reused; not safe for two threads. */
    static final class Reader {

        private final byte[] pattern;
        private final LocalTimes zone;
        private int at;
        private long year;
        private long month;
        private long day;
        private long clock;
        private long offset;
        private long epoch;

        Reader(TimePattern pattern, LocalTimes zone) {
            this.pattern = pattern.pattern();
            this.zone = zone;
        }

        /** Where the time that was read last ended. */
        int end() {
            return at;
        }

        /** Seconds since 1970 in UTC, or {@link Digits#NONE}. */
        long read(byte[] bytes, int from, int to) {
            at = from;
            day = 0;
            clock = 0;
            offset = Digits.NONE;
            epoch = Digits.NONE;
            for (int i = 0; i < pattern.length; i++) {
                boolean read =
                        pattern[i] == '%'
                                ? part(pattern[++i], bytes, to)
                                : same(pattern[i], bytes, to);
                if (!read) {
                    return Digits.NONE;
                }
            }
            return epoch == Digits.NONE ? assembled() : epoch;
        }

        private long assembled() {
            long date = Digits.day((int) year, (int) month, (int) day);
            if (date == Digits.NONE) {
                return Digits.NONE;
            }
            long local = date * Digits.SECONDS_A_DAY + clock;
            return offset == Digits.NONE ? zone.epochSecond(local) : local - offset;
        }

        private boolean same(byte wanted, byte[] bytes, int to) {
            return at < to && bytes[at++] == wanted;
        }

        private boolean part(byte letter, byte[] bytes, int to) {
            return switch (letter) {
                case 'Y' -> (year = take(Digits.four(bytes, at, to), 4)) >= 0;
                case 'y' -> (year = 2000 + take(Digits.two(bytes, at, to), 2)) >= 2000;
                case 'm' -> (month = take(Digits.two(bytes, at, to), 2)) >= 0;
                case 'b' -> (month = take(TimestampReader.month(bytes, at, to), 3)) >= 0;
                case 'd' -> (day = take(Digits.two(bytes, at, to), 2)) >= 0;
                case 'e' -> (day = take(spaced(bytes, to), 2)) >= 0;
                case 'H' -> clock(take(Digits.two(bytes, at, to), 2), 24, 3_600);
                case 'M' -> clock(take(Digits.two(bytes, at, to), 2), 60, 60);
                case 'S' -> clock(take(Digits.two(bytes, at, to), 2), 61, 1);
                case 'z' -> zone(bytes, to);
                default -> seconds(bytes, to);
            };
        }

        private int take(int value, int length) {
            at += length;
            return value;
        }

        private boolean clock(int value, int limit, int unit) {
            clock += (long) value * unit;
            return value >= 0 && value < limit;
        }

        private int spaced(byte[] bytes, int to) {
            boolean one = at + 1 < to && bytes[at] == ' ' && Digits.isDigit(bytes[at + 1]);
            return one ? bytes[at + 1] - '0' : Digits.two(bytes, at, to);
        }

        private boolean zone(byte[] bytes, int to) {
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
}
