package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.Address;

/**
 * A network: all addresses that share their first bits with this one (RFC 4632, RFC 4291). IPv4 is
 * held as IPv4-mapped IPv6, so an IPv4 network of {@code /24} has 120 bits here.
 *
 * @param bits 0 to 128
 */
public record Cidr(Address address, int bits) {

    public Cidr {
        if (bits < 0 || bits > 128) {
            throw new IllegalArgumentException("a network has 0 to 128 bits, not " + bits);
        }
    }

    /** Reads {@code 192.0.2.0/24}, {@code 2001:db8::/32} or a single address. */
    public static Cidr of(String text) {
        int slash = text.indexOf('/');
        var address =
                Address.of(slash < 0 ? text : text.substring(0, slash))
                        .orElseThrow(() -> new IllegalArgumentException("not a network: " + text));
        int most = address.isIpv4() ? 32 : 128;
        int bits = slash < 0 ? most : number(text, slash + 1);
        if (bits > most) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return new Cidr(address, bits + 128 - most);
    }

    public boolean contains(long high, long low) {
        long highMask = bits >= 64 ? -1 : bits == 0 ? 0 : -1L << 64 - bits;
        long lowMask = bits <= 64 ? 0 : bits == 128 ? -1 : -1L << 128 - bits;
        return ((high ^ address.high()) & highMask) == 0 && ((low ^ address.low()) & lowMask) == 0;
    }

    /** As written: {@code 192.0.2.0/24}. */
    public String text() {
        return address + "/" + (address.isIpv4() ? bits - 96 : bits);
    }

    private static int number(String text, int from) {
        var digits = text.substring(from);
        if (!digits.matches("\\d{1,3}")) {
            throw new IllegalArgumentException("not a network: " + text);
        }
        return Integer.parseInt(digits);
    }
}
