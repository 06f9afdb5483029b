package dev.cordon.infra.vault;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Says that a file has a living writer: locks another file beside it, which nobody opens for
 * anything else. POSIX drops whatever a process has locked of a file once it closes any descriptor
 * of that file, so that a lock on the file itself ends with the first reading of it.
 */
final class WriterLock implements Closeable {

    private static final String SUFFIX = ".lock";

    /** Of this program: whoever opened one to ask would drop it by closing it. */
    private static final Set<Path> HELD = new HashSet<>();

    private final Path lock;
    private final FileChannel channel;

    private WriterLock(Path lock, FileChannel channel) {
        this.lock = lock;
        this.channel = channel;
    }

    /**
     * For a file that is not there yet. Another program that starts may sweep the lock before it is
     * held; then there is a next one.
     */
    static WriterLock in(Path folder, String prefix) throws IOException {
        var real = folder.toRealPath();
        synchronized (HELD) {
            while (true) {
                var lock = OwnerOnly.newFile(real, prefix, SUFFIX);
                try {
                    var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                    channel.lock();
                    if (Files.exists(lock)) {
                        HELD.add(lock);
                        return new WriterLock(lock, channel);
                    }
                    channel.close();
                } catch (NoSuchFileException swept) {
                    continue;
                }
            }
        }
    }

    /** The file that it is for; it may be there as long as this is held. */
    Path file() {
        return file(lock);
    }

    private static Path file(Path lock) {
        var name = lock.getFileName().toString();
        return lock.resolveSibling(name.substring(0, name.length() - SUFFIX.length()));
    }

    /**
     * Removes the files without a living writer, and their locks.
     *
     * @return the files
     */
    static List<Path> sweep(Path folder) throws IOException {
        var removed = new ArrayList<Path>();
        for (var found : OwnerOnly.files(folder.toRealPath(), "*")) {
            boolean isLock = found.toString().endsWith(SUFFIX);
            var file = isLock ? file(found) : found;
            if ((isLock || !hasLock(found)) && remove(found, file)) {
                removed.add(file);
            }
        }
        return removed;
    }

    /** What an earlier version wrote has none, and was locked itself. */
    private static boolean hasLock(Path file) {
        return Files.exists(file.resolveSibling(file.getFileName() + SUFFIX));
    }

    /** Whether there was a file, and nobody who writes it. */
    private static boolean remove(Path locked, Path file) throws IOException {
        synchronized (HELD) {
            if (HELD.contains(locked)) {
                return false;
            }
            // What is finished may be read alone, and is locked for that alone.
            try (var channel = FileChannel.open(locked, StandardOpenOption.READ)) {
                if (channel.tryLock(0, Long.MAX_VALUE, true) == null) {
                    return false;
                }
                boolean removed = Files.deleteIfExists(file);
                Files.deleteIfExists(locked);
                return removed;
            } catch (NoSuchFileException finished) {
                return false;
            }
        }
    }

    /** Once the file went, or is in its place. */
    @Override
    public void close() throws IOException {
        synchronized (HELD) {
            try (channel) {
                Files.deleteIfExists(lock);
            } finally {
                HELD.remove(lock);
            }
        }
    }
}
