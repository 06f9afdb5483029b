package dev.cordon.domain.detection.log;

/**
 * What nginx puts behind an error's message: who asked for what. The message and the request hold
 * text that a client chose, which may look like a clause; a line that names two different clients
 * therefore has none. Reused; not safe for two threads.
 */
final class NginxClauses {

    private static final byte[] CLIENT = bytes(", client: ");
    private static final byte[] SERVER = bytes(", server: ");
    private static final byte[] REQUEST = bytes(", request: \"");
    private static final byte[] HOST = bytes(", host: \"");
    private static final byte[] REFERER = bytes(", referrer: \"");

    private final ClientAddress client = new ClientAddress(AddressRule.AS_WRITTEN);

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /**
     * Reads the clauses.
     *
     * @return where the message ends
     */
    int read(byte[] bytes, int from, int to, EventCursor into) {
        int first = -1;
        boolean agreed = true;
        long high = 0;
        long low = 0;
        int at = Bytes.find(CLIENT, bytes, from, to);
        for (; at >= 0; at = Bytes.find(CLIENT, bytes, at + 1, to)) {
            if (address(bytes, at, to, into)) {
                agreed &= first < 0 || into.high == high && into.low == low;
                first = first < 0 ? at : first;
                high = into.high;
                low = into.low;
            }
        }
        into.addressed = first >= 0 && agreed;
        if (into.addressed) {
            request(bytes, first, to, into);
        }
        return into.addressed ? first : to;
    }

    private boolean address(byte[] bytes, int clause, int to, EventCursor into) {
        int from = clause + CLIENT.length;
        int comma = Bytes.indexOf((byte) ',', bytes, from, to);
        into.addressed = false;
        return client.read(bytes, from, comma < 0 ? to : comma, into) && into.addressed;
    }

    private static void request(byte[] bytes, int from, int to, EventCursor into) {
        int server = Bytes.find(SERVER, bytes, from, to);
        int at = server < 0 ? from : server;
        int request = Bytes.find(REQUEST, bytes, at, to);
        if (request >= 0) {
            int start = request + REQUEST.length;
            RequestLine.read(bytes, start, end(bytes, start, to), into);
        }
        text(HOST, EventField.HOST, bytes, at, to, into);
        text(REFERER, EventField.REFERER, bytes, at, to, into);
    }

    private static void text(
            byte[] clause, EventField field, byte[] bytes, int from, int to, EventCursor into) {
        int at = Bytes.find(clause, bytes, from, to);
        if (at >= 0) {
            int start = at + clause.length;
            into.set(field, start, end(bytes, start, to));
        }
    }

    /** Where the quoted text ends: at a quote with a comma or nothing behind it. */
    private static int end(byte[] bytes, int from, int to) {
        int quote = Bytes.indexOf((byte) '"', bytes, from, to);
        while (quote >= 0 && quote + 1 < to && bytes[quote + 1] != ',') {
            quote = Bytes.indexOf((byte) '"', bytes, quote + 1, to);
        }
        return quote < 0 ? to : quote;
    }
}
