package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Optional;

/**
 * A network address as 128 bits; IPv4 is held as IPv4-mapped IPv6 (RFC 4291, section 2.5.5.2), so
 * that both spellings of one address are one address. Its text is dotted for IPv4 and as in RFC
 * 5952 for IPv6.
 */
public record Address(long high, long low) implements Comparable<Address> {

    private static final long MAPPED = 0xffff_0000_0000L;

    private static final Comparator<Address> ORDER =
            (a, b) -> {
                int high = Long.compareUnsigned(a.high, b.high);
                return high != 0 ? high : Long.compareUnsigned(a.low, b.low);
            };

    /** Reads either spelling; empty if it is neither. */
    public static Optional<Address> of(String text) {
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        var reader = new AddressReader();
        return reader.read(bytes, 0, bytes.length)
                ? Optional.of(new Address(reader.high(), reader.low()))
                : Optional.empty();
    }

    static long mapped(int ipv4) {
        return MAPPED | (ipv4 & 0xffff_ffffL);
    }

    public boolean isIpv4() {
        return high == 0 && (low & ~0xffff_ffffL) == MAPPED;
    }

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return isIpv4() ? dotted() : colons();
    }

    private String dotted() {
        return (low >> 24 & 0xff)
                + "."
                + (low >> 16 & 0xff)
                + "."
                + (low >> 8 & 0xff)
                + "."
                + (low & 0xff);
    }

    private String colons() {
        int gap = longestZeroRun();
        int skipped = gap < 0 ? 0 : zeroRun(gap);
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gap) {
                text.append("::");
                i += skipped - 1;
            } else {
                text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
                text.append(Integer.toHexString(group(i)));
            }
        }
        return text.toString();
    }

    private int longestZeroRun() {
        int best = -1;
        for (int i = 0; i < 8; i++) {
            if (zeroRun(i) >= 2 && (best < 0 || zeroRun(i) > zeroRun(best))) {
                best = i;
            }
        }
        return best;
    }

    private int zeroRun(int from) {
        int i = from;
        while (i < 8 && group(i) == 0) {
            i++;
        }
        return i - from;
    }

    private int group(int i) {
        long half = i < 4 ? high : low;
        return (int) (half >>> 48 - 16 * (i & 3)) & 0xffff;
    }
}
