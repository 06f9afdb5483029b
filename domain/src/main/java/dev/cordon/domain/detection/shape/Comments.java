package dev.cordon.domain.detection.shape;

/**
 * SQL's comments and blanks out of the way, so that {@code union/**&#47;select} reads as what a
 * database reads. What MySQL's conditional comments hold stays; a comment to the line's end goes
 * only where a line follows.
 */
final class Comments {

    private Comments() {}

    /** Whether there is anything to open or squeeze. */
    static boolean isWorthOpening(byte[] text, int length) {
        boolean blank = false;
        for (int i = 0; i < length; i++) {
            byte b = text[i];
            boolean starred = b == '*' && i > 0 && text[i - 1] == '/';
            if (starred || b >= 0 && b < ' ' || b == ' ' && blank) {
                return true;
            }
            blank = b == ' ';
        }
        return false;
    }

    /** Opens and squeezes. The result is never longer than the text; its length is the answer. */
    static int open(byte[] text, int length, byte[] into) {
        int lastBlock = lastBlock(text, length);
        int lastLine = lastLine(text, length);
        int out = 0;
        int i = 0;
        while (i < length) {
            int next = after(text, i, length, lastBlock, lastLine);
            if (next == i && !isBlank(text[i])) {
                into[out++] = text[i++];
                continue;
            }
            i = Math.max(next, i + 1);
            if (out > 0 && into[out - 1] != ' ') {
                into[out++] = ' ';
            }
        }
        return out;
    }

    /** Where reading goes on behind the comment that starts here; the same place if none does. */
    private static int after(byte[] text, int at, int length, int lastBlock, int lastLine) {
        byte b = text[at];
        byte then = at + 1 < length ? text[at + 1] : 0;
        if (b == '/' && then == '*') {
            int conditional = conditional(text, at + 2, length);
            int behind = afterBlock(text, at + 2, lastBlock);
            return conditional > at + 2 ? conditional : behind > at + 2 ? behind : at;
        }
        if (b == '*' && then == '/') {
            return at + 2;
        }
        boolean line = b == '#' || b == '-' && then == '-';
        return line && at < lastLine ? afterLine(text, at) : at;
    }

    /** Behind the block's end, or where the block starts to hold something if it has none. */
    static int afterBlock(byte[] text, int from, int lastBlock) {
        int i = from;
        while (i <= lastBlock && (text[i] != '*' || text[i + 1] != '/')) {
            i++;
        }
        return i <= lastBlock ? i + 2 : from;
    }

    private static int afterLine(byte[] text, int at) {
        int i = at;
        while (text[i] != '\n') {
            i++;
        }
        return i + 1;
    }

    /** Where the last end of a block comment stands, or -1: nobody need look for one behind it. */
    static int lastBlock(byte[] text, int length) {
        int i = length - 2;
        while (i >= 0 && (text[i] != '*' || text[i + 1] != '/')) {
            i--;
        }
        return i;
    }

    /** Whether a block comment ends there. */
    static boolean closesBlock(byte[] text, int from, int to) {
        for (int i = from; i + 1 < to; i++) {
            if (text[i] == '*' && text[i + 1] == '/') {
                return true;
            }
        }
        return false;
    }

    /** Where the last line break stands behind which anything but dashes follows, or -1. */
    static int lastLine(byte[] text, int length) {
        int i = length - 1;
        while (i >= 0 && (text[i] == '-' || isBlank(text[i]))) {
            i--;
        }
        while (i >= 0 && text[i] != '\n') {
            i--;
        }
        return i;
    }

    /** Whether a comment parts what may be one word: {@code un/**&#47;ion}. */
    static boolean isWithinWord(byte[] text, int length) {
        for (int i = 1; i + 2 < length; i++) {
            if (text[i] == '/' && text[i + 1] == '*' && Character.isLetter(text[i - 1])) {
                return true;
            }
        }
        return false;
    }

    /** Leaves block comments out. The result is never longer; its length is the answer. */
    static int drop(byte[] text, int length, byte[] into) {
        int lastBlock = lastBlock(text, length);
        int out = 0;
        int i = 0;
        while (i < length) {
            boolean opens = i + 1 < length && text[i] == '/' && text[i + 1] == '*';
            int behind = opens ? afterBlock(text, i + 2, lastBlock) : i;
            if (behind > i + 2) {
                i = behind;
            } else {
                into[out++] = text[i++];
            }
        }
        return out;
    }

    /** Behind {@code !50000}, which opens what the comment holds to MySQL; or where it was. */
    static int conditional(byte[] text, int from, int length) {
        int i = from;
        if (i < length && (text[i] | 0x20) == 'm') {
            i++;
        }
        if (i >= length || text[i] != '!') {
            return from;
        }
        i++;
        int digits = i;
        while (i < length && i - digits < 6 && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i;
    }

    /** Whether a comment holds what only MySQL reads: {@code /*!50000select}. */
    static boolean hasConditional(byte[] text, int length) {
        for (int i = 3; i < length; i++) {
            boolean opens = text[i - 1] == '!' && text[i - 2] == '*' && text[i - 3] == '/';
            if (opens && Character.isLetterOrDigit(text[i])) {
                return true;
            }
        }
        return false;
    }

    static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }
}
