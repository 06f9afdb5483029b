package dev.cordon.application.evidence.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a tar (POSIX.1-2001, ustar and pax; GNU's long names); writes none. */
final class TarReader {

    private static final int BLOCK = 512;
    private static final int MOST_EXTRA = 1 << 20;

    /** A file within: its name as it stands there, and its bytes. */
    record File(String path, InputStream content) {}

    private final InputStream in;
    private long left;
    private long padding;

    TarReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next regular file; null at the end.
     *
     * @throws IOException if it is damaged, or has parts that are not understood
     */
    @Nullable File next() throws IOException {
        String longName = null;
        long longSize = -1;
        while (true) {
            in.skipNBytes(left + padding);
            left = 0;
            padding = 0;
            var head = in.readNBytes(BLOCK);
            if (head.length == 0 || isEnd(head)) {
                return null;
            }
            if (head.length < BLOCK || !isWhole(head)) {
                throw new IOException("the tar is damaged");
            }
            long size = longSize >= 0 ? longSize : number(head, 124, 12);
            switch (head[156]) {
                case 'L' -> longName = text(extra(size));
                case 'x' -> {
                    var pax = new String(extra(size), UTF_8);
                    longName = pax(pax, "path", longName);
                    longSize = Long.parseLong(pax(pax, "size", "-1"));
                }
                case 'K', 'g' -> extra(size);
                case 'S' -> throw new IOException("the tar has a file with holes");
                case 0, '0', '7' -> {
                    begin(size);
                    return new File(longName == null ? name(head) : longName, new Body());
                }
                default -> {
                    begin(size);
                    longName = null;
                    longSize = -1;
                }
            }
        }
    }

    private void begin(long size) throws IOException {
        if (size < 0) {
            throw new IOException("the tar is damaged");
        }
        left = size;
        padding = (BLOCK - size % BLOCK) % BLOCK;
    }

    private byte[] extra(long size) throws IOException {
        if (size > MOST_EXTRA) {
            throw new IOException("the tar has a head of " + size + " bytes");
        }
        begin(size);
        var extra = in.readNBytes((int) size);
        left = 0;
        return extra;
    }

    private static @Nullable String pax(String records, String key, @Nullable String otherwise) {
        var found = otherwise;
        int at = 0;
        while (at < records.length()) {
            int blank = records.indexOf(' ', at);
            int sign = records.indexOf('=', at);
            int end = records.indexOf('\n', at);
            if (blank < 0 || sign < blank || end < sign) {
                return found;
            }
            if (records.substring(blank + 1, sign).equals(key)) {
                found = records.substring(sign + 1, end);
            }
            at = end + 1;
        }
        return found;
    }

    private static String name(byte[] head) {
        var name = text(head, 0, 100);
        boolean ustar = text(head, 257, 5).equals("ustar") && head[262] == 0;
        var prefix = ustar ? text(head, 345, 155) : "";
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] field) {
        return text(field, 0, field.length);
    }

    private static String text(byte[] head, int from, int length) {
        int end = from;
        while (end < from + length && head[end] != 0) {
            end++;
        }
        return new String(head, from, end - from, UTF_8);
    }

    private static long number(byte[] head, int from, int length) throws IOException {
        if ((head[from] & 0x80) != 0) {
            long value = head[from] & 0x3f;
            for (int i = from + 1; i < from + length; i++) {
                if (value >> 54 != 0) {
                    throw new IOException("the tar is damaged");
                }
                value = value << 8 | head[i] & 0xff;
            }
            return value;
        }
        var digits = text(head, from, length).strip();
        try {
            return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
        } catch (NumberFormatException e) {
            throw new IOException("the tar is damaged", e);
        }
    }

    private static boolean isWhole(byte[] head) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : head[i] & 0xff;
        }
        return sum == number(head, 148, 8);
    }

    private static boolean isEnd(byte[] head) {
        for (byte one : head) {
            if (one != 0) {
                return false;
            }
        }
        return true;
    }

    private final class Body extends InputStream {
        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int some = in.read(into, from, (int) Math.min(length, left));
            if (some < 0) {
                throw new EOFException("the tar is cut off");
            }
            left -= some;
            return some;
        }
    }
}
