package dev.cordon.domain.detection.log;

/** Reads an address from bytes without making an object. Reused; not safe for two threads. */
final class AddressReader {

    private static final int LONGEST = 45;

    private final int[] groups = new int[8];
    private long high;
    private long low;

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    /** Whether these bytes are an address; if so it is in {@link #high} and {@link #low}. */
    boolean read(byte[] bytes, int from, int to) {
        if (to - from < 2 || to - from > LONGEST) {
            return false;
        }
        long ipv4 = ipv4(bytes, from, to);
        if (ipv4 >= 0) {
            high = 0;
            low = Address.mapped((int) ipv4);
            return true;
        }
        return readIpv6(bytes, from, to);
    }

    /** The same for {@code 192.0.2.1:443} and {@code [2001:db8::1]:443}. */
    boolean readWithPort(byte[] bytes, int from, int to) {
        int colon = to - 1;
        while (colon >= from && Digits.isDigit(bytes[colon])) {
            colon--;
        }
        boolean port = colon > from && bytes[colon] == ':' && colon < to - 1;
        int end = port ? colon : to;
        if (end - from > 2 && bytes[from] == '[' && bytes[end - 1] == ']') {
            return read(bytes, from + 1, end - 1);
        }
        return port && Bytes.indexOf((byte) '.', bytes, from, end) > 0 && read(bytes, from, end);
    }

    /** The 32 bits, or -1. */
    private static long ipv4(byte[] bytes, int from, int to) {
        long value = 0;
        int octet = 0;
        int digits = 0;
        int dots = 0;
        for (int i = from; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9 && ++digits <= 3) {
                octet = octet * 10 + digit;
            } else if (bytes[i] == '.' && digits > 0 && octet <= 255 && ++dots <= 3) {
                value = value << 8 | octet;
                octet = 0;
                digits = 0;
            } else {
                return -1;
            }
        }
        return dots == 3 && digits > 0 && octet <= 255 ? value << 8 | octet : -1;
    }

    private boolean readIpv6(byte[] bytes, int from, int to) {
        int count = 0;
        int gap = -1;
        int i = from;
        if (doubleColon(bytes, i, to)) {
            gap = 0;
            i += 2;
        }
        while (i < to) {
            int end = endOfGroup(bytes, i, to);
            if (end < to && bytes[end] == '.') {
                long tail = count <= 6 ? ipv4(bytes, i, to) : -1;
                return tail >= 0 && endsWith(tail, count) && assemble(count + 2, gap);
            }
            if (end == i || end - i > 4 || count == 8) {
                return false;
            }
            groups[count++] = group(bytes, i, end);
            i = end;
            if (doubleColon(bytes, i, to)) {
                if (gap >= 0) {
                    return false;
                }
                gap = count;
                i += 2;
            } else if (i < to && (bytes[i] != ':' || ++i == to)) {
                return false;
            }
        }
        return assemble(count, gap);
    }

    private boolean endsWith(long ipv4, int count) {
        groups[count] = (int) (ipv4 >>> 16);
        groups[count + 1] = (int) ipv4 & 0xffff;
        return true;
    }

    /** Puts the groups before the gap to the front and those behind it to the end. */
    private boolean assemble(int count, int gap) {
        if (gap < 0 ? count != 8 : count > 7) {
            return false;
        }
        high = 0;
        low = 0;
        int head = gap < 0 ? 8 : gap;
        for (int place = 0; place < 8; place++) {
            int fromEnd = count - (8 - place);
            int group = place < head ? groups[place] : fromEnd >= head ? groups[fromEnd] : 0;
            high = high << 16 | low >>> 48;
            low = low << 16 | group;
        }
        return true;
    }

    private static boolean doubleColon(byte[] bytes, int at, int to) {
        return at + 1 < to && bytes[at] == ':' && bytes[at + 1] == ':';
    }

    private static int endOfGroup(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && hex(bytes[i]) >= 0) {
            i++;
        }
        return i;
    }

    private static int group(byte[] bytes, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value << 4 | hex(bytes[i]);
        }
        return value;
    }

    private static int hex(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int letter = (b | 0x20) - 'a';
        return letter >= 0 && letter < 6 ? letter + 10 : -1;
    }
}
