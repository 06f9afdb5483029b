package dev.cordon.infra.vault;

import com.sun.nio.file.ExtendedOpenOption;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is being written. It is its writer's as long as they live, by the {@link WriterLock}
 * beside it, and goes away on closing, unless it was moved to its place before.
 *
 * <p>What is written is gathered outside the heap and goes to the storage in whole blocks, past the
 * system's cache where the storage offers that: copying gibibytes into a cache that nobody reads
 * them from costs the processor more than hashing them. Where it does not, and for the end of the
 * file, the system takes what was gathered.
 */
final class Incoming implements WritableByteChannel {

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    /** A quarter of it costs the processor half as much again, four times as much no less. */
    private static final int BLOCK = 1 << 21;

    /**
     * What the system's cache takes at once: on Linux 6.18 half of it costs as much, and a mebibyte
     * four times as much.
     */
    private static final int CACHED = 1 << 18;

    private final Path file;
    private final WriterLock lock;
    private final FileChannel channel;
    private final @Nullable FileChannel past;
    private final ByteBuffer gathered;
    private long written;

    private Incoming(WriterLock lock, FileChannel channel, int alignment) {
        this.file = lock.file();
        this.lock = lock;
        this.channel = channel;
        this.past = alignment == 0 ? null : pastTheCache(file);
        this.gathered =
                ByteBuffer.allocateDirect(BLOCK + alignment)
                        .alignedSlice(Math.max(1, alignment))
                        .limit(BLOCK)
                        .slice();
    }

    /** Null where the storage does not offer it, as in memory. */
    private static @Nullable FileChannel pastTheCache(Path file) {
        try {
            return FileChannel.open(file, StandardOpenOption.WRITE, ExtendedOpenOption.DIRECT);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.debug("writing goes through the system cache file={}", file, e);
            return null;
        }
    }

    /**
     * In bytes, what blocks begin and end at so that they can go past the cache; 0 if they cannot.
     */
    private static int alignment(Path folder) throws IOException {
        long size = Files.getFileStore(folder).getBlockSize();
        return size > 0 && BLOCK % size == 0 ? (int) size : 0;
    }

    static Incoming in(Path folder) throws IOException {
        int alignment = alignment(folder);
        var lock = WriterLock.in(folder, "evidence");
        try {
            return new Incoming(lock, OwnerOnly.create(lock.file()), alignment);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Removes what a dead writer left. */
    static void sweep(Path folder) throws IOException {
        for (var file : WriterLock.sweep(folder)) {
            LOG.warn("removed an upload that a former run left half-written file={}", file);
        }
    }

    /** Takes all of it; what was gathered and cannot be written fails with a later call. */
    @Override
    public int write(ByteBuffer bytes) throws IOException {
        int length = bytes.remaining();
        while (bytes.hasRemaining()) {
            int some = Math.min(bytes.remaining(), gathered.remaining());
            gathered.put(bytes.slice(bytes.position(), some));
            bytes.position(bytes.position() + some);
            if (!gathered.hasRemaining()) {
                flush();
            }
        }
        return length;
    }

    /** Hands what was gathered to the system, so that whoever opens the file can read it. */
    void flush() throws IOException {
        gathered.flip();
        try {
            while (gathered.hasRemaining()) {
                put();
            }
        } catch (IOException e) {
            gathered.compact(); // tried again, nothing of it is left out or written twice
            throw new IOException(
                    "The evidence vault cannot write to "
                            + file.getParent()
                            + " ("
                            + e.getMessage()
                            + "). Nothing of this upload was kept. Free space there, or give Cordon a"
                            + " larger folder, and upload again.",
                    e);
        }
        gathered.clear();
    }

    /** Only whole blocks in whole blocks' places go past the cache. */
    private void put() throws IOException {
        if (past == null || gathered.remaining() < BLOCK || written % BLOCK != 0) {
            var some = gathered.slice(gathered.position(), Math.min(CACHED, gathered.remaining()));
            int taken = channel.write(some, written);
            gathered.position(gathered.position() + taken);
            written += taken;
        } else {
            written += past.write(gathered, written);
        }
    }

    /** What was written by now. */
    InputStream open() throws IOException {
        flush();
        return Files.newInputStream(file);
    }

    /** On the storage, not merely handed to the system; and from now on read-only. */
    void finish() throws IOException {
        flush();
        channel.force(true);
        OwnerOnly.makeReadOnly(file);
    }

    void moveTo(Path place) throws IOException {
        var parent = OwnerOnly.folder(place.resolveSibling(".").normalize());
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE);
        OwnerOnly.syncFolder(parent);
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        try (lock;
                channel;
                past) {
            Files.deleteIfExists(file);
        }
    }
}
