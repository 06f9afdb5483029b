package dev.cordon.infra.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The one way in which a package's ZIP is laid out (PKWARE APPNOTE 6.3.10): nothing compressed, one
 * fixed time, no comments, no gaps, ZIP64 only where a number needs it. Every byte follows from
 * names, sizes and checksums, so that a reader computes the whole frame anew and compares.
 */
record ZipForm(List<Part> parts) {

    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int LOCATOR_64 = 0x07064b50;
    static final int END_64 = 0x06064b50;
    static final int END_LENGTH = 22;
    static final int END_64_LENGTH = 56;
    static final int LOCATOR_64_LENGTH = 20;
    static final long MAX_32 = 0xffffffffL;
    static final int MAX_16 = 0xffff;

    private static final short PLAIN = 20;
    private static final short ZIP_64 = 45;
    private static final short UTF_8 = 0x0800;
    private static final short STORED = 0;

    /** The first of January 1980: no clock takes part. */
    private static final int FIXED_TIME = 0x00210000;

    /**
     * A file in it.
     *
     * @param name ASCII
     * @param crc CRC-32 of its content
     */
    record Part(String name, long size, int crc) {

        byte[] encodedName() {
            return name.getBytes(StandardCharsets.UTF_8);
        }

        boolean isLarge() {
            return size >= MAX_32;
        }
    }

    ZipForm {
        parts = List.copyOf(parts);
    }

    /** What stands before a file. */
    static byte[] local(Part part) {
        var name = part.encodedName();
        var extra = part.isLarge() ? 20 : 0;
        var out = buffer(30 + name.length + extra).putInt(LOCAL);
        head(out, part, name, extra).put(name);
        if (part.isLarge()) {
            out.putShort((short) 1).putShort((short) 16).putLong(part.size()).putLong(part.size());
        }
        return out.array();
    }

    private static ByteBuffer head(ByteBuffer out, Part part, byte[] name, int extra) {
        int size = (int) Math.min(part.size(), MAX_32);
        return out.putShort(part.isLarge() ? ZIP_64 : PLAIN)
                .putShort(UTF_8)
                .putShort(STORED)
                .putInt(FIXED_TIME)
                .putInt(part.crc())
                .putInt(size)
                .putInt(size)
                .putShort((short) name.length)
                .putShort((short) extra);
    }

    /** The directory's line about a file that begins there. */
    static byte[] central(Part part, long offset) {
        var name = part.encodedName();
        int numbers = (part.isLarge() ? 16 : 0) + (offset >= MAX_32 ? 8 : 0);
        int extra = numbers == 0 ? 0 : 4 + numbers;
        var out = buffer(46 + name.length + extra).putInt(CENTRAL).putShort(ZIP_64);
        head(out, part, name, extra)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(0)
                .putInt((int) Math.min(offset, MAX_32))
                .put(name);
        if (extra > 0) {
            out.putShort((short) 1).putShort((short) numbers);
            if (part.isLarge()) {
                out.putLong(part.size()).putLong(part.size());
            }
            if (offset >= MAX_32) {
                out.putLong(offset);
            }
        }
        return out.array();
    }

    /** Where each file's header begins, in their order, and last where the directory does. */
    List<Long> offsets() {
        var offsets = new ArrayList<Long>();
        long at = 0;
        for (var part : parts) {
            offsets.add(at);
            at += local(part).length + part.size();
        }
        offsets.add(at);
        return offsets;
    }

    /** The directory and what ends the file. */
    List<byte[]> tail() {
        var offsets = offsets();
        var tail = new ArrayList<byte[]>();
        long length = 0;
        for (int i = 0; i < parts.size(); i++) {
            var line = central(parts.get(i), offsets.get(i));
            length += line.length;
            tail.add(line);
        }
        tail.add(end(parts.size(), offsets.getLast(), length));
        return tail;
    }

    static byte[] end(long count, long begin, long length) {
        boolean large = count >= MAX_16 || begin >= MAX_32 || length >= MAX_32;
        var out = buffer(END_LENGTH + (large ? END_64_LENGTH + LOCATOR_64_LENGTH : 0));
        if (large) {
            out.putInt(END_64)
                    .putLong(END_64_LENGTH - 12)
                    .putShort(ZIP_64)
                    .putShort(ZIP_64)
                    .putInt(0)
                    .putInt(0)
                    .putLong(count)
                    .putLong(count)
                    .putLong(length)
                    .putLong(begin)
                    .putInt(LOCATOR_64)
                    .putInt(0)
                    .putLong(begin + length)
                    .putInt(1);
        }
        short number = (short) Math.min(count, MAX_16);
        return out.putInt(END)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(number)
                .putShort(number)
                .putInt((int) Math.min(length, MAX_32))
                .putInt((int) Math.min(begin, MAX_32))
                .putShort((short) 0)
                .array();
    }

    /** How many bytes the whole file has. */
    long length() {
        return offsets().getLast() + tail().stream().mapToLong(line -> line.length).sum();
    }

    static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
