package dev.cordon.infra.crypto;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/**
 * The form of encrypted files: a head of fixed length with the wrapped key, then records of at most
 * {@link #RECORD} plain bytes. A record is its length (four bytes, the highest bit set in the last
 * one of a file that was finished), a nonce, the ciphertext and its tag. A record is sealed once
 * and never written again.
 */
public final class SealedForm {

    /** So many plain bytes are in a record at most, and in each but the last of what is flushed. */
    public static final int RECORD = 64 * 1024;

    /** So many bytes a record is longer than what it holds. */
    public static final int ADDED = Integer.BYTES + FileKey.NONCE + FileKey.TAG;

    /** In bytes. */
    public static final int HEAD = 128;

    static final int LAST = 1 << 31;

    private static final byte[] MAGIC = "\u0001CORDON1".getBytes(US_ASCII);

    private SealedForm() {}

    /** How long that many plain bytes are that are flushed at once. */
    public static long lengthOf(long plain) {
        return plain + (plain + RECORD - 1) / RECORD * ADDED;
    }

    /** Begins a file. */
    public static void writeHead(FileKey key, WritableByteChannel out) throws IOException {
        var wrapped = key.wrapped();
        var head = ByteBuffer.allocate(HEAD).put(MAGIC).putShort((short) wrapped.length);
        write(out, head.put(wrapped).position(0).limit(HEAD));
    }

    /**
     * The key that a file carries. The channel then stands behind the head.
     *
     * @param place as the key was made for
     * @throws SealBroken if there is none, or it does not open there
     */
    public static FileKey readHead(FileKeys keys, String place, FileChannel in) throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        in.position(0);
        while (head.hasRemaining()) {
            if (in.read(head) < 0) {
                throw new SealBroken("The head of " + place + " is missing", null);
            }
        }
        head.flip();
        var magic = new byte[MAGIC.length];
        int length = head.get(magic).getShort();
        if (!Arrays.equals(magic, MAGIC) || length < 0 || length > head.remaining()) {
            throw new SealBroken("The head of " + place + " is none", null);
        }
        var wrapped = new byte[length];
        head.get(wrapped);
        return keys.unwrap(place, wrapped);
    }

    /**
     * Shows the key that a file carries. One that was wrapped anew is written over it: as long as
     * the one before and within one sector of the disk, so that it is there before or after. When
     * the file was last changed stays as it was.
     */
    public static void visit(Path file, String place, UnderMasterKey.Visit visit)
            throws IOException {
        var head = ByteBuffer.allocate(HEAD);
        try (var in = FileChannel.open(file, StandardOpenOption.READ)) {
            while (head.hasRemaining() && in.read(head) >= 0) {
                // a channel gives what it likes
            }
        }
        var wrapped = wrapped(head.flip());
        visit.see(
                file.toString(), wrapped, FileKeys.bound(place), next -> put(file, wrapped, next));
    }

    private static byte[] wrapped(ByteBuffer head) {
        if (head.remaining() < HEAD) {
            return new byte[0];
        }
        int length = head.position(MAGIC.length).getShort();
        var wrapped = new byte[Math.clamp(length, 0, head.remaining())];
        head.get(wrapped);
        return wrapped;
    }

    private static void put(Path file, byte[] before, byte[] next) throws IOException {
        if (before.length != next.length) {
            throw new IOException("the head of " + file + " has no room; nothing was written");
        }
        var changed = Files.getLastModifiedTime(file);
        try (var out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(next), MAGIC.length + Short.BYTES);
            out.force(true);
        }
        Files.setLastModifiedTime(file, changed);
    }

    /** Opens a file that was finished. */
    public static InputStream open(FileKeys keys, String place, Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            return SealedInput.finished(readHead(keys, place, channel), channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Begins a file of which all is written at once; whoever writes it finishes it. */
    public static SealedOutput begin(FileKeys keys, String place, WritableByteChannel out)
            throws IOException {
        var key = keys.fresh(place);
        writeHead(key, out);
        return new SealedOutput(key, out, 0);
    }

    static void write(WritableByteChannel out, ByteBuffer left) throws IOException {
        while (left.hasRemaining()) {
            out.write(left);
        }
    }
}
