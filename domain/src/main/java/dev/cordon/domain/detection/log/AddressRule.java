package dev.cordon.domain.detection.log;

import java.util.ArrayList;
import java.util.List;

/**
 * Which address of a line counts: a setting of the format, for a header says what its sender likes.
 *
 * @param networks the proxies whose word is taken
 * @param socket whether a proxy at the server's own socket is one of them
 */
record AddressRule(Which which, List<Network> networks, boolean socket) {

    /** Which one. */
    enum Which {
        /** The one that the server wrote as the client's. */
        PEER,
        /** The first of those passed on: what the client claims, unless the proxy replaces it. */
        FIRST,
        /** The last of those passed on that is no trusted proxy's. */
        LAST
    }

    /** Addresses that begin with the same bits. */
    record Network(long high, long low, int bits) {

        boolean holds(long otherHigh, long otherLow) {
            return same(high ^ otherHigh, Math.min(bits, 64))
                    && same(low ^ otherLow, Math.max(bits - 64, 0));
        }

        private static boolean same(long difference, int bits) {
            return bits == 0 || difference >>> 64 - bits == 0;
        }
    }

    static final AddressRule AS_WRITTEN = new AddressRule(Which.PEER, List.of(), false);

    private static final String SOCKET = "unix:";

    AddressRule {
        networks = List.copyOf(networks);
    }

    /** The rule of {@code address=last trusted=10.0.0.0/8,unix:}. */
    static AddressRule of(String which, String trusted) {
        var chosen =
                switch (which) {
                    case "peer" -> Which.PEER;
                    case "first" -> Which.FIRST;
                    case "last" -> Which.LAST;
                    default ->
                            throw new IllegalArgumentException(
                                    "address= is peer, first or last, not " + which);
                };
        if (chosen != Which.PEER && trusted.isEmpty()) {
            throw new IllegalArgumentException(
                    "address="
                            + which
                            + " believes a header; say whose: trusted=10.0.0.0/8,192.0.2.1");
        }
        return new AddressRule(
                chosen, networks(trusted), List.of(trusted.split(",")).contains(SOCKET));
    }

    boolean trusts(long high, long low) {
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).holds(high, low)) {
                return true;
            }
        }
        return false;
    }

    private static List<Network> networks(String trusted) {
        var networks = new ArrayList<Network>();
        for (var each : trusted.split(",")) {
            if (!each.isEmpty() && !each.equals(SOCKET)) {
                networks.add(network(each));
            }
        }
        return networks;
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        var address =
                Address.of(slash < 0 ? text : text.substring(0, slash))
                        .orElseThrow(() -> noNetwork(text));
        int width = address.isIpv4() ? 32 : 128;
        int bits = slash < 0 ? width : bits(text, text.substring(slash + 1));
        if (bits > width) {
            throw noNetwork(text);
        }
        return new Network(address.high(), address.low(), bits + 128 - width);
    }

    private static int bits(String network, String text) {
        var known = text.length() >= 1 && text.length() <= 3;
        if (!known || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw noNetwork(network);
        }
        return Integer.parseInt(text);
    }

    private static IllegalArgumentException noNetwork(String text) {
        return new IllegalArgumentException(
                "trusted= lists addresses and networks such as 10.0.0.0/8, not " + text);
    }
}
