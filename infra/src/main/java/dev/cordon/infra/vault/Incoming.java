package dev.cordon.infra.vault;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is being written. It is locked while its writer lives and goes away on closing,
 * unless it was moved to its place before.
 *
 * <p>What is written is gathered outside the heap and handed to the system in whole blocks, which
 * begin where pages begin: records of an odd length, one call each, cost it far more.
 */
final class Incoming implements WritableByteChannel {

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    /** On Linux 6.18 half of it costs the system as much, and a mebibyte four times as much. */
    private static final int BLOCK = 1 << 18;

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer gathered = ByteBuffer.allocateDirect(BLOCK);

    private Incoming(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Another program that starts may sweep it before it is locked; then there is a next one. */
    static Incoming in(Path folder) throws IOException {
        while (true) {
            var file = OwnerOnly.newFile(folder, "evidence");
            var channel = locked(file);
            if (channel.isPresent()) {
                return new Incoming(file, channel.get());
            }
        }
    }

    private static Optional<FileChannel> locked(Path file) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (NoSuchFileException swept) {
            return Optional.empty();
        }
        try {
            channel.lock();
            if (Files.exists(file)) {
                return Optional.of(channel);
            }
        } catch (OverlappingFileLockException beingSwept) {
            Files.deleteIfExists(file);
        }
        channel.close();
        return Optional.empty();
    }

    /** Removes what a dead writer left. */
    static void sweep(Path folder) throws IOException {
        List<Path> files;
        try (var found = Files.list(folder)) {
            files = found.toList();
        }
        for (var file : files) {
            sweepIfAbandoned(file);
        }
    }

    private static void sweepIfAbandoned(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (channel.tryLock(0, Long.MAX_VALUE, true) != null && Files.deleteIfExists(file)) {
                LOG.warn("removed an upload that a former run left half-written file={}", file);
            }
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            LOG.debug("an upload that is finished or being written stays file={}", file);
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
                channel.write(gathered);
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
        Files.deleteIfExists(file);
        channel.close();
    }
}
