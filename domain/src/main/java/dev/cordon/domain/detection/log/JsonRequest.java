package dev.cordon.domain.detection.log;

import org.jspecify.annotations.Nullable;

/** The request that a JSON object tells of. Reused; not safe for two threads. */
final class JsonRequest {

    private static final byte[] SCHEME_END = {':', '/', '/'};
    private static final int LONGEST_SCHEME = 8;

    private final JsonValues values;
    private final ClientAddress client;
    private final Slice peer = new Slice();
    private final Slice forwarded = new Slice();

    JsonRequest(JsonValues values, AddressRule rule) {
        this.values = values;
        client = new ClientAddress(rule);
    }

    /** Whether the object tells of a request at all. */
    boolean isOne() {
        boolean asked =
                values.has(JsonSlot.REQUEST)
                        || values.has(JsonSlot.TARGET)
                        || values.has(JsonSlot.PATH);
        return asked && (values.has(JsonSlot.METHOD) || values.has(JsonSlot.STATUS));
    }

    /** Puts it into the cursor. */
    @Nullable Rejection read(EventCursor into) {
        byte[] bytes = into.bytes;
        if (!line(bytes, into)) {
            return Rejection.NOT_HTTP;
        }
        texts(bytes, into);
        var rejection = status(bytes, into);
        return rejection != null || address(into) ? rejection : Rejection.NO_ADDRESS;
    }

    /** The same for an event that only may have to do with a request. */
    void describe(EventCursor into) {
        byte[] bytes = into.bytes;
        line(bytes, into);
        texts(bytes, into);
        if (status(bytes, into) != null) {
            into.status = 0;
        }
        address(into);
    }

    private void texts(byte[] bytes, EventCursor into) {
        values.copy(JsonSlot.HOST, EventField.HOST, into);
        values.copy(JsonSlot.USER_AGENT, EventField.USER_AGENT, into);
        values.copy(JsonSlot.REFERER, EventField.REFERER, into);
        values.copy(JsonSlot.ACTOR, EventField.ACTOR, into);
        size(bytes, into);
    }

    /** Reads the address that counts; whether it could be, or there is none. */
    private boolean address(EventCursor into) {
        byte[] bytes = into.bytes;
        boolean written = values.has(JsonSlot.ADDRESS);
        int from = values.from(JsonSlot.ADDRESS);
        int to = values.to(JsonSlot.ADDRESS);
        boolean readable = !written || client.read(bytes, from, to, into);
        if (values.says(JsonSlot.FORWARDED, bytes)) {
            forwarded.set(values.from(JsonSlot.FORWARDED), values.to(JsonSlot.FORWARDED));
            into.set(EventField.FORWARDED_FOR, forwarded.from, forwarded.to);
            peer(written, from, to);
            client.passedOn(bytes, peer, forwarded, into);
        }
        return readable || into.addressed;
    }

    private void peer(boolean written, int from, int to) {
        peer.clear();
        if (values.has(JsonSlot.PEER)) {
            peer.set(values.from(JsonSlot.PEER), values.to(JsonSlot.PEER));
        } else if (written) {
            peer.set(from, to);
        }
    }

    /** Method and target from wherever they are. */
    private boolean line(byte[] bytes, EventCursor into) {
        if (values.says(JsonSlot.METHOD, bytes)) {
            values.copy(JsonSlot.METHOD, EventField.METHOD, into);
        }
        // What the client asked for says more than what the server made of it.
        boolean asked = values.says(JsonSlot.REQUEST, bytes) && request(bytes, into);
        if (asked) {
            return true;
        }
        if (values.says(JsonSlot.TARGET, bytes)) {
            target(JsonSlot.TARGET, bytes, into);
        } else if (values.says(JsonSlot.PATH, bytes)) {
            target(JsonSlot.PATH, bytes, into);
        } else if (values.says(JsonSlot.REQUEST, bytes)) {
            return false;
        }
        if (!into.has(EventField.QUERY) && values.says(JsonSlot.QUERY, bytes)) {
            int from = values.from(JsonSlot.QUERY);
            boolean mark = bytes[from] == '?';
            into.set(EventField.QUERY, mark ? from + 1 : from, values.to(JsonSlot.QUERY));
        }
        return true;
    }

    private boolean request(byte[] bytes, EventCursor into) {
        int from = values.from(JsonSlot.REQUEST);
        if (bytes[from] == '/') {
            target(JsonSlot.REQUEST, bytes, into);
            return true;
        }
        return RequestLine.read(bytes, from, values.to(JsonSlot.REQUEST), into);
    }

    /** A whole address of a page names its host first. */
    private void target(JsonSlot slot, byte[] bytes, EventCursor into) {
        int from = values.from(slot);
        int to = values.to(slot);
        int scheme = Bytes.find(SCHEME_END, bytes, from, Math.min(to, from + LONGEST_SCHEME));
        if (scheme > from) {
            int host = scheme + SCHEME_END.length;
            int slash = Bytes.indexOf((byte) '/', bytes, host, to);
            int end = slash < 0 ? to : slash;
            into.set(EventField.HOST, host, end);
            RequestLine.target(bytes, end, to, into);
        } else {
            RequestLine.target(bytes, from, to, into);
        }
    }

    private void size(byte[] bytes, EventCursor into) {
        if (values.has(JsonSlot.SIZE)) {
            int from = values.from(JsonSlot.SIZE);
            into.size = Math.max(0, Digits.number(bytes, from, values.to(JsonSlot.SIZE)));
        }
    }

    private @Nullable Rejection status(byte[] bytes, EventCursor into) {
        if (!values.says(JsonSlot.STATUS, bytes)) {
            return null;
        }
        int from = values.from(JsonSlot.STATUS);
        long status = Digits.number(bytes, from, values.to(JsonSlot.STATUS));
        into.status = (int) status;
        return status < 100 || status > 599 ? Rejection.BAD_STATUS : null;
    }
}
