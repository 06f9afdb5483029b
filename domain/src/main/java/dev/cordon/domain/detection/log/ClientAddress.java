package dev.cordon.domain.detection.log;

/**
 * Decides which address a line counts for, as its format says: the one that the server wrote, or,
 * if a trusted proxy asked, one of those that the proxy passed on. Reused; not safe for two
 * threads.
 */
final class ClientAddress {

    private static final byte[] SOCKET = {'u', 'n', 'i', 'x', ':'};

    private final AddressRule rule;
    private final AddressReader addresses = new AddressReader();

    ClientAddress(AddressRule rule) {
        this.rule = rule;
    }

    /**
     * Reads the address that the server wrote. A dash, nothing, or a socket's name is no address,
     * and no fault either.
     *
     * @return whether it could be read, or there was none
     */
    boolean read(byte[] bytes, int from, int to, EventCursor into) {
        if (address(bytes, from, to)) {
            take(into);
            return true;
        }
        boolean dash = to == from + 1 && bytes[from] == '-';
        return to == from || dash || Bytes.startsWith(bytes, from, to, SOCKET);
    }

    /** Takes one of the addresses passed on instead, if the rule says so and trusts the peer. */
    void passedOn(byte[] bytes, Slice peer, Slice forwarded, EventCursor into) {
        if (rule.which() == AddressRule.Which.PEER || !isTrusted(bytes, peer)) {
            return;
        }
        int comma = Bytes.indexOf((byte) ',', bytes, forwarded.from, forwarded.to);
        boolean found =
                rule.which() == AddressRule.Which.FIRST
                        ? trimmed(bytes, forwarded.from, comma < 0 ? forwarded.to : comma)
                        : last(bytes, forwarded.from, forwarded.to);
        if (found) {
            take(into);
        }
    }

    private void take(EventCursor into) {
        into.addressed = true;
        into.high = addresses.high();
        into.low = addresses.low();
    }

    /** Where the log names no peer, its owner vouched for all of them. */
    private boolean isTrusted(byte[] bytes, Slice peer) {
        if (!peer.present()) {
            return true;
        }
        return address(bytes, peer.from, peer.to)
                ? rule.trusts(addresses.high(), addresses.low())
                : rule.socket() && Bytes.startsWith(bytes, peer.from, peer.to, SOCKET);
    }

    /** From the end: the first address that is no trusted proxy's, else the one furthest ahead. */
    private boolean last(byte[] bytes, int from, int to) {
        int end = to;
        boolean found = false;
        while (end > from) {
            int comma = end - 1;
            while (comma >= from && bytes[comma] != ',') {
                comma--;
            }
            if (!trimmed(bytes, comma + 1, end)) {
                return found;
            }
            found = true;
            if (!rule.trusts(addresses.high(), addresses.low())) {
                return true;
            }
            end = comma;
        }
        return found;
    }

    private boolean trimmed(byte[] bytes, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && isBetween(bytes[start])) {
            start++;
        }
        while (end > start && isBetween(bytes[end - 1])) {
            end--;
        }
        return address(bytes, start, end);
    }

    /** A list in JSON has quotes between its elements as well. */
    private static boolean isBetween(byte b) {
        return b == ' ' || b == '"';
    }

    private boolean address(byte[] bytes, int from, int to) {
        return addresses.read(bytes, from, to) || addresses.readWithPort(bytes, from, to);
    }
}
