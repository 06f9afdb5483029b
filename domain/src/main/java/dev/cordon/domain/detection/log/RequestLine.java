package dev.cordon.domain.detection.log;

/** Reads a request's first line, {@code GET /shop/?s=tee HTTP/1.1}, as a server logs it. */
final class RequestLine {

    private static final int LONGEST_METHOD = 32;
    private static final int VERSION = " HTTP/1.1".length();
    private static final byte[] HTTP = {' ', 'H', 'T', 'T', 'P', '/'};

    private RequestLine() {}

    /**
     * Whether it is HTTP; if so its parts are in the cursor. A client that sent nothing is HTTP
     * without any part.
     */
    static boolean read(byte[] bytes, int from, int to, EventCursor into) {
        boolean silent = to == from || to == from + 1 && bytes[from] == '-';
        int space = silent ? from : endOfMethod(bytes, from, to);
        int version = silent ? from : startOfVersion(bytes, space, to);
        if (!silent && (space < 0 || version <= space + 1)) {
            return false;
        }
        into.set(EventField.METHOD, from, space);
        target(bytes, silent ? from : space + 1, version, into);
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
        int limit = Math.min(to, from + LONGEST_METHOD);
        while (i < limit && isMethodCharacter(bytes[i])) {
            i++;
        }
        return i > from && i < to && bytes[i] == ' ' ? i : -1;
    }

    private static boolean isMethodCharacter(byte b) {
        int letter = b | 0x20;
        return letter >= 'a' && letter <= 'z' || b == '-' || b == '_';
    }

    /** The space before the version; the end where none is given, as in HTTP/0.9. */
    private static int startOfVersion(byte[] bytes, int from, int to) {
        int usual = to - VERSION;
        if (usual >= from && Bytes.startsWith(bytes, usual, to, HTTP)) {
            return usual;
        }
        int shorter = usual + 2;
        return shorter >= from && Bytes.startsWith(bytes, shorter, to, HTTP) ? shorter : to;
    }
}
