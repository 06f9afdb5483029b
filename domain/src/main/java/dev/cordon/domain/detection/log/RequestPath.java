package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The path of a request as the web server resolves it: without host and query, decoded once, with
 * {@code //}, {@code /./} and {@code /../} resolved and no slash at its end. An attacker may spell
 * the login page in many ways; they all end here as one. Reused; not safe for two threads.
 */
public final class RequestPath {

    private static final int LONGEST = 1_024;
    private static final byte[] SCRIPT = {'.', 'p', 'h', 'p'};
    private static final byte[] INDEX = "/index".getBytes(StandardCharsets.US_ASCII);

    private final byte[] path = new byte[LONGEST];
    private int length;

    /** Reads the line's path. A path longer than any login page's is cut. */
    public RequestPath read(EventCursor line) {
        length = 0;
        int at = afterHost(line);
        while (at < line.to(EventField.TARGET) && length < LONGEST) {
            byte b = line.bytes[at];
            if (b == '?' || b == '#') {
                break;
            }
            int decoded = b == '%' ? decoded(line.bytes, at + 1, line.to(EventField.TARGET)) : -1;
            append(decoded < 0 ? b : (byte) decoded);
            at += decoded < 0 ? 1 : 3;
        }
        append((byte) '/');
        length = Math.max(0, length - 1);
        dropPathInfo();
        return this;
    }

    /**
     * Whatever follows a script's name is the script's own business: {@code /wp-login.php/x} runs
     * the login. Only {@code index.php} finds pages by it (RFC 3875, 4.1.5).
     */
    private void dropPathInfo() {
        for (int i = 0; i + SCRIPT.length < length; i++) {
            if (path[i] == '.'
                    && path[i + SCRIPT.length] == '/'
                    && Bytes.startsWith(path, i, length, SCRIPT)
                    && !Bytes.endsWith(path, 0, i, INDEX)) {
                length = i + SCRIPT.length;
            }
        }
    }

    /** Whether the path is this one, or ends with it: a shop may live below another path. */
    public boolean endsWith(byte[] suffix) {
        return Bytes.endsWith(path, 0, length, suffix);
    }

    /** Whether this file is asked for, also with a path behind it. */
    public boolean namesFile(byte[] file) {
        int last = length - file.length;
        for (int i = 0; i <= last; i++) {
            boolean ends = i == last || path[i + file.length] == '/';
            if (ends && Bytes.startsWith(path, i, length, file)) {
                return true;
            }
        }
        return false;
    }

    /** The path's bytes, up to {@link #length()}; valid until the next one is read. */
    public byte[] bytes() {
        return path;
    }

    public int length() {
        return length;
    }

    @Override
    public String toString() {
        return new String(path, 0, length, StandardCharsets.UTF_8);
    }

    /** A proxy's request names the host first: {@code http://shop.example/path}. */
    private static int afterHost(EventCursor line) {
        int at = line.from(EventField.TARGET);
        if (at == line.to(EventField.TARGET) || line.bytes[at] == '/') {
            return at;
        }
        int colon =
                Bytes.indexOf(
                        (byte) ':', line.bytes, at, Math.min(line.to(EventField.TARGET), at + 8));
        boolean absolute =
                colon >= 0
                        && colon + 2 < line.to(EventField.TARGET)
                        && line.bytes[colon + 1] == '/'
                        && line.bytes[colon + 2] == '/';
        int slash =
                absolute
                        ? Bytes.indexOf(
                                (byte) '/', line.bytes, colon + 3, line.to(EventField.TARGET))
                        : at;
        return slash < 0 ? line.to(EventField.TARGET) : slash;
    }

    private void append(byte b) {
        if (b == '/' && length > 0) {
            if (endsWithSegment("/")) {
                return;
            }
            if (endsWithSegment("/.")) {
                length--;
                return;
            }
            if (endsWithSegment("/..")) {
                dropSegments();
                return;
            }
        }
        if (length < LONGEST) {
            path[length++] = b;
        }
    }

    private boolean endsWithSegment(String segment) {
        int start = length - segment.length();
        for (int i = 0; i < segment.length(); i++) {
            if (start < 0 || path[start + i] != segment.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Takes away {@code name/..} behind the slash before it. */
    private void dropSegments() {
        int slash = length - 3;
        do {
            slash--;
        } while (slash >= 0 && path[slash] != '/');
        length = Math.max(slash, 0) + 1;
    }

    private static int decoded(byte[] bytes, int at, int to) {
        if (at + 1 >= to) {
            return -1;
        }
        int high = Character.digit(bytes[at], 16);
        int low = Character.digit(bytes[at + 1], 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** Whether it reads as the client sent it: most do. */
    public boolean isAsSent(EventCursor line) {
        int from = line.from(EventField.PATH);
        int to = line.to(EventField.PATH);
        return length == to - from && Arrays.equals(path, 0, length, line.bytes(), from, to);
    }
}
