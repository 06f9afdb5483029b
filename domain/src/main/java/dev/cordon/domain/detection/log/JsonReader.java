package dev.cordon.domain.detection.log;

/**
 * Walks through one JSON object and hands over the values of known keys, without making an object.
 * Text is unescaped where it stands, for it never gets longer; hence bytes with a backslash have to
 * be a copy.
 *
 * <p>Lenient where web servers are: {@code \x22} is a character too. Reused; not safe for two
 * threads.
 */
final class JsonReader {

    /** What a value is. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUE,
        FALSE
    }

    /** Takes the values of known keys in their order; of an array, each element. */
    interface Sink {
        void value(int code, Kind kind, byte[] bytes, int from, int to);
    }

    private static final int DEEPEST = 32;
    private static final int LONGEST_PATH = 160;
    private static final int FAILED = -1;

    private final JsonKeys keys;
    private final Sink sink;
    private final JsonEscapes escapes = new JsonEscapes();
    private final byte[] path = new byte[LONGEST_PATH];
    private byte[] bytes = path;
    private int to;
    private int textFrom;
    private int textTo;
    private boolean ended;

    JsonReader(JsonKeys keys, Sink sink) {
        this.keys = keys;
        this.sink = sink;
    }

    /** Whether exactly one whole object stands there. */
    boolean read(byte[] line, int from, int end) {
        bytes = line;
        to = end;
        ended = false;
        int at = space(from);
        at = at < to && bytes[at] == '{' ? object(at, 0, 0) : FAILED;
        return at >= 0 && space(at) == to;
    }

    /** Whether what was read last was no object because it broke off. */
    boolean brokeOff() {
        return ended;
    }

    /** From the opening brace to behind the closing one. */
    private int object(int open, int pathLength, int depth) {
        int at = space(open + 1);
        if (at < to && bytes[at] == '}') {
            return at + 1;
        }
        while (at < to && bytes[at] == '"') {
            at = text(at);
            int key = at < 0 ? FAILED : entered(pathLength);
            at = at < 0 ? at : colon(space(at));
            at = at < 0 ? at : space(value(at, key, depth));
            if (at < 0 || at == to) {
                return fail(at);
            }
            if (bytes[at] == '}') {
                return at + 1;
            }
            at = bytes[at] == ',' ? space(at + 1) : FAILED;
            if (at < 0) {
                return FAILED;
            }
        }
        return fail(at);
    }

    private int array(int open, int pathLength, int depth) {
        int at = space(open + 1);
        if (at < to && bytes[at] == ']') {
            return at + 1;
        }
        while (at >= 0 && at < to) {
            at = space(value(at, pathLength, depth));
            if (at < 0 || at == to) {
                return fail(at);
            }
            if (bytes[at] == ']') {
                return at + 1;
            }
            at = bytes[at] == ',' ? space(at + 1) : FAILED;
        }
        return fail(at);
    }

    private int value(int at, int pathLength, int depth) {
        if (at == to) {
            return fail(at);
        }
        return switch (bytes[at]) {
            case '{' -> depth < DEEPEST ? object(at, pathLength, depth + 1) : FAILED;
            case '[' -> depth < DEEPEST ? array(at, pathLength, depth + 1) : FAILED;
            case '"' -> string(at, pathLength);
            default -> bare(at, pathLength);
        };
    }

    private int string(int at, int pathLength) {
        int end = text(at);
        if (end >= 0) {
            hand(pathLength, Kind.TEXT, textFrom, textTo);
        }
        return end;
    }

    /** A number, or one of three words. */
    private int bare(int from, int pathLength) {
        int end = from;
        while (end < to && isBare(bytes[end])) {
            end++;
        }
        if (end == from) {
            return FAILED;
        }
        switch (bytes[from]) {
            case 't' -> hand(pathLength, Kind.TRUE, from, end);
            case 'f' -> hand(pathLength, Kind.FALSE, from, end);
            case 'n' -> {}
            default -> hand(pathLength, Kind.NUMBER, from, end);
        }
        return end;
    }

    private void hand(int pathLength, Kind kind, int from, int end) {
        int code = pathLength > LONGEST_PATH ? JsonKeys.UNKNOWN : keys.find(path, pathLength);
        if (code != JsonKeys.UNKNOWN) {
            sink.value(code, kind, bytes, from, end);
        }
    }

    /** Puts the key that was just read behind the path; too long a path is no known one. */
    private int entered(int pathLength) {
        int length = pathLength;
        if (length > 0 && length < LONGEST_PATH) {
            path[length++] = '.';
        }
        if (length + textTo - textFrom > LONGEST_PATH) {
            return LONGEST_PATH + 1;
        }
        for (int i = textFrom; i < textTo; i++) {
            byte b = bytes[i];
            path[length++] = b == '-' ? (byte) '_' : b >= 'A' && b <= 'Z' ? (byte) (b | 0x20) : b;
        }
        return length;
    }

    /** From the opening quote to behind the closing one. */
    private int text(int open) {
        int quote = Bytes.indexOf((byte) '"', bytes, open + 1, to);
        int escape = quote < 0 ? -1 : Bytes.indexOf((byte) '\\', bytes, open + 1, quote);
        textFrom = open + 1;
        textTo = quote;
        if (escape >= 0) {
            quote = escapes.read(bytes, escape, to);
            textTo = escapes.end();
        }
        return quote < 0 ? fail(to) : quote + 1;
    }

    private int colon(int at) {
        return at < to && bytes[at] == ':' ? space(at + 1) : fail(at);
    }

    private int space(int from) {
        int at = from;
        while (at >= 0 && at < to && (bytes[at] == ' ' || bytes[at] == '\t')) {
            at++;
        }
        return at;
    }

    private int fail(int at) {
        ended |= at == to;
        return FAILED;
    }

    private static boolean isBare(byte b) {
        return b >= '0' && b <= '9'
                || b >= 'a' && b <= 'z'
                || b == '.'
                || b == '-'
                || b == '+'
                || b == 'E';
    }
}
