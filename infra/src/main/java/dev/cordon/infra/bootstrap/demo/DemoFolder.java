package dev.cordon.infra.bootstrap.demo;

import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data folder of a demonstration, marked as such when it was empty at first: only what the
 * demonstration made itself may be thrown away with {@code --fresh}.
 */
public final class DemoFolder {

    private static final String MARK = ".cordon-demonstration";

    private DemoFolder() {}

    /** Marks the folder if nothing else lies in it. */
    public static void mark(Path folder) throws IOException {
        OwnerOnly.folder(folder);
        try (var content = Files.list(folder)) {
            if (content.findAny().isPresent()) {
                return;
            }
        }
        OwnerOnly.write(
                folder.resolve(MARK), "Made by ./cordon demo, which may delete all that is here.");
    }

    /** Empties the folder; answers the sentence that says why not, if it was left alone. */
    public static Optional<String> clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        if (!Files.exists(folder.resolve(MARK))) {
            return Optional.of(
                    folder
                            + " was not made by a demonstration, so nothing was deleted. Name"
                            + " another folder in CORDON_DATA.");
        }
        if (isInUse(folder)) {
            return Optional.of(
                    "A demonstration runs on "
                            + folder
                            + ", so nothing was deleted. Stop it first.");
        }
        Files.walkFileTree(folder, new Deleting());
        return Optional.empty();
    }

    private static boolean isInUse(Path folder) throws IOException {
        var lock = folder.resolve("postgresql").resolve("lock");
        if (!Files.exists(lock)) {
            return false;
        }
        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                var held = channel.tryLock()) {
            return held == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    private static final class Deleting extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
            if (problem != null) {
                throw problem;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
