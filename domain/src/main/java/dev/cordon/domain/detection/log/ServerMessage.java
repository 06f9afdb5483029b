package dev.cordon.domain.detection.log;

import org.jspecify.annotations.Nullable;

/** What a web server's error is about, in nginx's and Apache's own sentences. */
final class ServerMessage {

    private static final Phrases MEANINGS =
            new Phrases()
                    .with(Activity.ATTACK_BLOCKED, "ModSecurity: Access denied")
                    .with(Activity.ATTACK_SEEN, "ModSecurity: Warning")
                    .with(
                            Activity.ACCESS_FORBIDDEN,
                            "is forbidden",
                            "access forbidden by rule",
                            "client denied by server configuration",
                            "Cannot serve directory",
                            "Permission denied")
                    .with(
                            Activity.FILE_NOT_FOUND,
                            "No such file or directory",
                            "is not found",
                            "File does not exist",
                            "not found or unable to stat",
                            "Primary script unknown")
                    .with(Activity.RATE_LIMITED, "limiting requests", "limiting connections")
                    .with(
                            Activity.UPSTREAM_FAILED,
                            "upstream timed out",
                            "upstream prematurely closed",
                            "no live upstreams",
                            "connect() failed",
                            "connect() to ",
                            "script timed out",
                            "failed to make connection to backend")
                    .with(
                            Activity.WORKERS_EXHAUSTED,
                            "worker_connections are not enough",
                            "server reached MaxRequestWorkers")
                    .with(
                            Activity.BASIC_AUTH_FAILED,
                            "password mismatch",
                            "Password Mismatch",
                            "authentication failure",
                            "was not found in \"")
                    .with(
                            Activity.REQUEST_INVALID,
                            "client sent invalid",
                            "client sent too",
                            "SSL_do_handshake() failed",
                            "Invalid URI in request",
                            "Invalid method in request",
                            "request failed: ");
    private static final byte[] PHP_STDERR = bytes("PHP message: ");
    private static final byte[] PHP = bytes("PHP ");
    private static final byte[] WAF = bytes("modsecurity");
    private static final byte[] USER = bytes("user ");
    private static final byte[] RULE = bytes("[msg \"");
    private static final byte[] URI = bytes("[uri \"");

    private ServerMessage() {}

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** Its kind, and what it names; null if it is none of those known. */
    static @Nullable Activity read(
            byte[] bytes, int from, int to, Scratch scratch, EventCursor into) {
        int stderr = Bytes.find(PHP_STDERR, bytes, from, to);
        int php = stderr < 0 ? from : stderr + PHP_STDERR.length;
        if (Bytes.startsWith(bytes, php, to, PHP)) {
            return PhpMessage.read(bytes, php, to, into);
        }
        var activity = MEANINGS.meaning(bytes, from, to);
        if (activity == Activity.ATTACK_BLOCKED || activity == Activity.ATTACK_SEEN) {
            into.eventClass = EventClass.DETECTION_FINDING;
            scratch.set(EventField.PRODUCT, WAF, into);
            quoted(RULE, EventField.DETAIL, bytes, from, to, into);
            quoted(URI, EventField.PATH, bytes, from, to, into);
            return activity;
        }
        if (activity == Activity.BASIC_AUTH_FAILED) {
            into.eventClass = EventClass.AUTHENTICATION;
            account(bytes, from, to, into);
        }
        file(bytes, from, to, into);
        return activity;
    }

    private static void quoted(
            byte[] mark, EventField field, byte[] bytes, int from, int to, EventCursor into) {
        int at = into.has(field) ? -1 : Bytes.find(mark, bytes, from, to);
        int start = at + mark.length;
        int end = at < 0 ? -1 : Quotes.closing(bytes, start, to);
        if (end > start) {
            into.set(field, start, end);
        }
    }

    /** {@code user "shop"} of nginx, {@code user shop:} of Apache. */
    private static void account(byte[] bytes, int from, int to, EventCursor into) {
        int at = Bytes.find(USER, bytes, from, to);
        if (at < 0) {
            return;
        }
        int start = at + USER.length;
        boolean quote = start < to && bytes[start] == '"';
        int end = start + 1;
        while (end < to && bytes[end] != (quote ? '"' : ':') && (quote || bytes[end] != ' ')) {
            end++;
        }
        into.set(EventField.ACCOUNT, Math.min(quote ? start + 1 : start, end), Math.min(end, to));
    }

    /** The first path in quotes, or behind the message's first colon. */
    private static void file(byte[] bytes, int from, int to, EventCursor into) {
        int at = from;
        while (at < to) {
            byte b = bytes[at];
            boolean path = at + 1 < to && bytes[at + 1] == '/';
            if (path && (b == '"' || b == '\'')) {
                int end = Bytes.indexOf(b, bytes, at + 1, to);
                into.set(EventField.FILE, at + 1, end < 0 ? to : end);
                return;
            }
            if (path && b == ' ' && at > from && bytes[at - 1] == ':') {
                int comma = Bytes.indexOf((byte) ',', bytes, at, to);
                into.set(EventField.FILE, at + 1, comma < 0 ? to : comma);
                return;
            }
            at++;
        }
    }
}
