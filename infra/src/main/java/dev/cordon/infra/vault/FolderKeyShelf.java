package dev.cordon.infra.vault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A folder of small files. Whoever changes one holds the folder's lock, which other programs on the
 * same machine or share heed as well.
 */
final class FolderKeyShelf implements KeyShelf {

    /** The system's locks are between programs, not between threads. */
    private static final ReentrantLock THREADS = new ReentrantLock();

    private final Path folder;

    FolderKeyShelf(Path folder) throws IOException {
        this.folder = OwnerOnly.folder(folder);
    }

    @Override
    public Optional<Slip> look(String name) throws IOException {
        var file = folder.resolve(name);
        try {
            var changed = Files.getLastModifiedTime(file).toInstant();
            // What is no text any more is read as a text that is no key file.
            return Optional.of(new Slip(new String(Files.readAllBytes(file), UTF_8), changed));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean add(String name, String text) throws IOException {
        return locked(() -> find(name).isEmpty() && written(name, text));
    }

    @Override
    public boolean replace(String name, String old, String text) throws IOException {
        return locked(() -> find(name).equals(Optional.of(old)) && written(name, text));
    }

    private boolean written(String name, String text) throws IOException {
        OwnerOnly.write(folder.resolve(name), text);
        return true;
    }

    @Override
    public void delete(String name, String text) throws IOException {
        var file = folder.resolve(name);
        locked(
                () -> {
                    var there = find(name);
                    if (there.isPresent() && !there.get().equals(text)) {
                        return false;
                    }
                    boolean was = Files.deleteIfExists(file);
                    if (Files.exists(parent(file))) {
                        OwnerOnly.syncFolder(parent(file));
                    }
                    return was;
                });
    }

    /** A file that was replaced is gone. */
    @Override
    public void forgetEarlier(String name) {}

    @Override
    public void forgetEarlier() {}

    @Override
    public List<String> contents() throws IOException {
        return contents(folder);
    }

    /** The same of a folder that is only read. */
    static List<String> contents(Path folder) throws IOException {
        try (var files = Files.walk(folder, 2)) {
            return files.map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(KeyNote::isName)
                    .sorted()
                    .toList();
        }
    }

    @Override
    public String said(String name) {
        return folder.resolve(name).toString();
    }

    private interface Change {
        boolean make() throws IOException;
    }

    private boolean locked(Change change) throws IOException {
        THREADS.lock();
        try (var channel =
                        FileChannel.open(
                                folder.resolve("lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            return lock.isValid() && change.make();
        } finally {
            THREADS.unlock();
        }
    }

    private static Path parent(Path file) {
        return file.resolveSibling(".").normalize();
    }
}
