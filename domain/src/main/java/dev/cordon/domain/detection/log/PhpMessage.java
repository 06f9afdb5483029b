package dev.cordon.domain.detection.log;

import org.jspecify.annotations.Nullable;

/** What PHP, or WordPress through it, says about an error, wherever it is logged. */
final class PhpMessage {

    private static final Phrases BEGINNINGS =
            new Phrases()
                    .with(
                            Activity.FATAL_ERROR,
                            "PHP Fatal error",
                            "PHP Parse error",
                            "PHP Recoverable fatal error",
                            "PHP Core error",
                            "PHP Compile error",
                            "Fatal error",
                            "Parse error")
                    .with(Activity.WARNING, "PHP Warning", "PHP Core warning", "Warning")
                    .with(Activity.NOTICE, "PHP Notice", "PHP Strict", "Notice")
                    .with(Activity.DEPRECATED, "PHP Deprecated", "Deprecated")
                    .with(Activity.DATABASE_ERROR, "WordPress database error");
    private static final byte[] PHP = {'P', 'H', 'P', ' '};
    private static final byte[] ON_LINE = {' ', 'o', 'n', ' ', 'l', 'i', 'n', 'e', ' '};
    private static final byte[] IN = {' ', 'i', 'n', ' '};
    private static final int LONGEST_PATH = 512;

    private PhpMessage() {}

    /**
     * Reads level, file and kind of the error.
     *
     * @return what it is; null if it is something that a program just wrote
     */
    static @Nullable Activity read(byte[] bytes, int from, int to, EventCursor into) {
        var activity = BEGINNINGS.beginning(bytes, from, to);
        if (activity != null) {
            int colon = Bytes.indexOf((byte) ':', bytes, from, Math.min(to, from + 40));
            int start = Bytes.startsWith(bytes, from, to, PHP) ? from + PHP.length : from;
            if (colon > start && activity != Activity.DATABASE_ERROR) {
                into.set(EventField.LEVEL, start, colon);
            }
            file(bytes, from, to, into);
        }
        return activity;
    }

    /** The last file named: {@code in /x.php on line 7}, or {@code in /x.php:7}. */
    static void file(byte[] bytes, int from, int to, EventCursor into) {
        int line = Bytes.findLast(ON_LINE, bytes, from, to);
        int end = line < 0 ? to : line;
        int in = Bytes.findLast(IN, bytes, Math.max(from, end - LONGEST_PATH), end);
        if (in < 0) {
            return;
        }
        int start = in + IN.length;
        int stop = start;
        while (stop < end && bytes[stop] > ' ' && bytes[stop] != '"') {
            stop++;
        }
        stop = line < 0 ? withoutLine(bytes, start, stop) : line;
        boolean path = stop > start && (bytes[start] == '/' || isDrive(bytes, start, stop));
        if (path) {
            into.set(EventField.FILE, start, stop);
        }
    }

    private static int withoutLine(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && Digits.isDigit(bytes[i - 1])) {
            i--;
        }
        return i > from && i < to && bytes[i - 1] == ':' ? i - 1 : to;
    }

    private static boolean isDrive(byte[] bytes, int from, int to) {
        return to - from > 2 && bytes[from + 1] == ':' && bytes[from + 2] == '\\';
    }
}
