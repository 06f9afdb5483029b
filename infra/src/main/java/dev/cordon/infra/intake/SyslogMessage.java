package dev.cordon.infra.intake;

/**
 * Finds in a syslog message the line that a program logged: behind the header of RFC 5424, 6, or of
 * what RFC 3164, 4.1 describes, in the form that web servers and {@code logger} send.
 */
final class SyslogMessage {

    private static final int MOST_PRIORITY_DIGITS = 3;
    private static final int HEADER_FIELDS = 5;
    private static final int OLD_TIME = "Nov 26 08:00:00".length();
    private static final int LONGEST_TAG = 64;

    private final byte[] bytes;
    private final int length;
    private int at;

    private SyslogMessage(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** Where the line begins; 0 if there is no header, and the length if there is no line. */
    static int lineStart(byte[] bytes, int length) {
        return new SyslogMessage(bytes, length).skipHeader();
    }

    private int skipHeader() {
        if (!skipPriority()) {
            return 0;
        }
        if (at + 1 < length && bytes[at] == '1' && bytes[at + 1] == ' ') {
            skipFields();
            skipStructuredData();
            skipByteOrderMark();
        } else {
            skipOldHeader();
        }
        return Math.min(at, length);
    }

    private boolean skipPriority() {
        if (length == 0 || bytes[0] != '<') {
            return false;
        }
        int i = 1;
        while (i < length && i <= MOST_PRIORITY_DIGITS && isDigit(bytes[i])) {
            i++;
        }
        if (i == 1 || i == length || bytes[i] != '>') {
            return false;
        }
        at = i + 1;
        return true;
    }

    /** Version, then time, host, program, process and kind of message. */
    private void skipFields() {
        for (int field = 0; field <= HEADER_FIELDS; field++) {
            at = afterBlank(at);
        }
    }

    private void skipStructuredData() {
        if (at < length && bytes[at] == '-') {
            at++;
        } else {
            while (at < length && bytes[at] == '[') {
                skipElement();
            }
        }
        at += at < length && bytes[at] == ' ' ? 1 : 0;
    }

    private void skipElement() {
        boolean quoted = false;
        while (at < length) {
            byte b = bytes[at++];
            if (quoted && b == '\\') {
                at++;
            } else if (b == '"') {
                quoted = !quoted;
            } else if (b == ']' && !quoted) {
                return;
            }
        }
    }

    private void skipByteOrderMark() {
        boolean marked =
                at + 2 < length
                        && bytes[at] == (byte) 0xef
                        && bytes[at + 1] == (byte) 0xbb
                        && bytes[at + 2] == (byte) 0xbf;
        at += marked ? 3 : 0;
    }

    /** Time, host and program; servers leave the host out if they are told to. */
    private void skipOldHeader() {
        if (at + OLD_TIME < length && bytes[at + OLD_TIME] == ' ' && bytes[at + 3] == ' ') {
            at += OLD_TIME + 1;
        }
        int tag = tagEnd(at);
        if (tag < 0) {
            tag = tagEnd(afterBlank(at));
        }
        at = tag < 0 ? at : tag;
    }

    /** Behind a program's name with its colon and blank, which begins there; -1 if none does. */
    private int tagEnd(int from) {
        for (int i = from; i < length && i - from < LONGEST_TAG && bytes[i] != ' '; i++) {
            if (bytes[i] == ':' && i > from && (i + 1 == length || bytes[i + 1] == ' ')) {
                return Math.min(length, i + 2);
            }
        }
        return -1;
    }

    private int afterBlank(int from) {
        int i = from;
        while (i < length && bytes[i] != ' ') {
            i++;
        }
        return Math.min(length, i + 1);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
