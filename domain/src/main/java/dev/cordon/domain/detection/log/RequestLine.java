package dev.cordon.domain.detection.log;

/** Reads a request's first line, {@code GET /shop/?s=tee HTTP/1.1}, as a server logs it. */
final class RequestLine {

    private static final int VERSION = " HTTP/1.1".length();
    private static final byte[] HTTP = {' ', 'H', 'T', 'T', 'P', '/'};

    private RequestLine() {}

    /**
     * Whether it is HTTP; if so its parts are in the cursor. A client that sent nothing is HTTP
     * without any part.
     */
    static boolean read(byte[] bytes, int from, int to, EventCursor into) {
        int end = withoutSpaces(bytes, from, to);
        boolean silent = end == from || end == from + 1 && bytes[from] == '-';
        int space = silent ? from : endOfMethod(bytes, from, end);
        if (space < 0) {
            return false;
        }
        int version = silent ? from : startOfVersion(bytes, space, end);
        int target = silent ? from : afterSpaces(bytes, space, version);
        int targetEnd = withoutSpaces(bytes, target, version);
        if (!silent && targetEnd == target) {
            return false;
        }
        into.set(EventField.METHOD, from, space);
        target(bytes, target, targetEnd, into);
        return true;
    }

    /** Path and query, as one and each for itself. */
    static void target(byte[] bytes, int from, int to, EventCursor into) {
        int question = Bytes.indexOf((byte) '?', bytes, from, to);
        into.set(EventField.TARGET, from, to);
        into.set(EventField.PATH, from, question < 0 ? to : question);
        into.set(EventField.QUERY, question < 0 ? to : question + 1, to);
    }

    /** The space behind the method, or -1 if no method is there. */
    private static int endOfMethod(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isMethodCharacter(bytes[i])) {
            i++;
        }
        return i > from && i < to && bytes[i] == ' ' ? i : -1;
    }

    /** A token of RFC 9110: servers pass on methods that nobody has heard of. */
    private static boolean isMethodCharacter(byte b) {
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'z'
                || switch (b) {
                    case '-',
                            '_',
                            '!',
                            '#',
                            '$',
                            '%',
                            '&',
                            '\'',
                            '*',
                            '+',
                            '.',
                            '^',
                            '`',
                            '|',
                            '~' ->
                            true;
                    default -> Digits.isDigit(b);
                };
    }

    /** The space before the version; the end where none is given, as in HTTP/0.9. */
    private static int startOfVersion(byte[] bytes, int from, int to) {
        int usual = to - VERSION;
        if (usual >= from && Bytes.startsWith(bytes, usual, to, HTTP)) {
            return usual;
        }
        int last = to - 1;
        while (last >= from && isOfVersion(bytes[last])) {
            last--;
        }
        int space = last - HTTP.length + 1;
        return space >= from && Bytes.startsWith(bytes, space, to, HTTP) ? space : to;
    }

    private static boolean isOfVersion(byte b) {
        return Digits.isDigit(b) || b == '.';
    }

    /** Servers put up with more than one space between the parts, and so does what reads them. */
    private static int afterSpaces(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        return i;
    }

    private static int withoutSpaces(byte[] bytes, int from, int to) {
        int i = to;
        while (i > from && bytes[i - 1] == ' ') {
            i--;
        }
        return i;
    }
}
