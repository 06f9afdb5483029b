package dev.cordon.infra.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Files and folders that only the user who runs Cordon may read. */
public final class OwnerOnly {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private OwnerOnly() {}

    /** The folder, made with its parents where it is missing. */
    public static Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, permissions("rwx------"));
    }

    /** An empty file with a name that nobody else has. */
    public static Path newFile(Path folder, String prefix) throws IOException {
        return newFile(folder, prefix, "");
    }

    /** An empty file with a name that nobody else has, which ends so. */
    public static Path newFile(Path folder, String prefix, String suffix) throws IOException {
        return Files.createTempFile(folder, prefix, suffix, permissions("rw-------"));
    }

    /** Opens a file to be written that is not there yet. */
    public static FileChannel create(Path file) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return FileChannel.open(file, options, permissions("rw-------"));
    }

    /**
     * The files in a folder whose names fit a pattern as of a shell, in the order of their names.
     */
    public static List<Path> files(Path folder, String pattern) throws IOException {
        try (var found = Files.newDirectoryStream(folder, pattern)) {
            var files = new ArrayList<Path>();
            found.forEach(files::add);
            files.sort(null);
            return files;
        }
    }

    /** Nobody writes to the file any more, its owner included. */
    public static void makeReadOnly(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        } else if (!file.toFile().setReadOnly()) {
            throw new IOException("cannot make " + file + " read-only");
        }
    }

    /** Nobody adds, renames or removes files there, until it is unlocked. */
    public static void lockFolder(Path folder) throws IOException {
        allow(folder, "r-x------");
    }

    /** Its owner may change it again. */
    public static void unlockFolder(Path folder) throws IOException {
        allow(folder, "rwx------");
    }

    /** Whether a folder is there and locked. */
    public static boolean isLocked(Path folder) throws IOException {
        return POSIX
                && Files.exists(folder)
                && !Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OWNER_WRITE);
    }

    private static void allow(Path folder, String permissions) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Writes a small secret so that after a crash the file is whole, old or new. */
    public static void write(Path file, String content) throws IOException {
        write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file so that after a crash it is whole, old or new. */
    public static void write(Path file, byte[] content) throws IOException {
        write(
                file,
                out -> {
                    var left = ByteBuffer.wrap(content);
                    while (left.hasRemaining()) {
                        out.write(left);
                    }
                });
    }

    /** What becomes a file. */
    public interface Content {
        void writeTo(WritableByteChannel out) throws IOException;
    }

    /** Writes a file so that after a crash it is whole, old or new. */
    public static void write(Path file, Content content) throws IOException {
        var parent = folder(file.toAbsolutePath().resolveSibling(".").normalize());
        var temporary = newFile(parent, ".new");
        try {
            try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                content.writeTo(channel);
                channel.force(true);
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
            syncFolder(parent);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Makes a rename in this folder outlive a power cut, where the system offers it. */
    public static void syncFolder(Path folder) throws IOException {
        if (POSIX) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Whether somebody else than the owner may read or write the file. */
    public static boolean isOpenToOthers(Path file) throws IOException {
        return POSIX
                && Files.getPosixFilePermissions(file).stream()
                        .anyMatch(permission -> !permission.name().startsWith("OWNER"));
    }

    private static FileAttribute<?>[] permissions(String text) {
        if (!POSIX) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(text);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
