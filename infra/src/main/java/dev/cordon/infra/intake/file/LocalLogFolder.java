package dev.cordon.infra.intake.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A log of this machine. Its path may be a link, which may lead elsewhere tomorrow. */
final class LocalLogFolder implements LogFolder {

    /** More than any rotation keeps. */
    private static final int MOST = 10_000;

    private final Path log;

    LocalLogFolder(Path log) {
        this.log = log;
    }

    @Override
    public List<LogFile> list(Collection<String> known) throws IOException {
        var found = new LinkedHashMap<String, LogFile>();
        var places = new LinkedHashSet<Path>(Set.of(log));
        try {
            var real = log.toRealPath();
            add(found, real, true);
            places.add(real);
        } catch (NoSuchFileException e) {
            // Put aside just now, or never written to: what is beside it counts.
        }
        for (var place : places) {
            addRotated(found, place);
        }
        for (var path : known) {
            add(found, Path.of(path), false);
        }
        return List.copyOf(found.values());
    }

    @Override
    public LogBytes open(LogFile file) throws IOException {
        var path = Path.of(file.path());
        var channel = FileChannel.open(path, StandardOpenOption.READ);
        try {
            if (!key(Files.readAttributes(path, BasicFileAttributes.class)).equals(file.key())) {
                throw new NoSuchFileException(file.path(), null, "it was put aside meanwhile");
            }
            var bytes = new ChannelBytes(channel);
            return file.isPacked() ? new UnpackedBytes(bytes) : bytes;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void addRotated(Map<String, LogFile> found, Path place) throws IOException {
        var folder = place.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return;
        }
        var rotated = new RotatedName(place.getFileName().toString());
        try (var files =
                Files.newDirectoryStream(
                        folder, each -> rotated.matches(each.getFileName().toString()))) {
            for (var each : files) {
                if (found.size() == MOST) {
                    return;
                }
                add(found, each, false);
            }
        }
    }

    /** Unless it is there under another name, or it went meanwhile. */
    private static void add(Map<String, LogFile> found, Path path, boolean live)
            throws IOException {
        try {
            var attributes = Files.readAttributes(path, BasicFileAttributes.class);
            if (attributes.isRegularFile()) {
                var key = key(attributes);
                found.putIfAbsent(
                        key.isEmpty() ? path.toString() : key,
                        new LogFile(
                                path.toString(),
                                key,
                                attributes.size(),
                                attributes.lastModifiedTime().toInstant(),
                                live));
            }
        } catch (NoSuchFileException e) {
            // Renamed while the folder was listed: the next time shows it.
        }
    }

    private static String key(BasicFileAttributes attributes) {
        var key = attributes.fileKey();
        return key == null ? "" : key.toString();
    }

    private record ChannelBytes(FileChannel channel) implements LogBytes {

        @Override
        public int read(long place, byte[] into, int offset, int length) throws IOException {
            var room = ByteBuffer.wrap(into, offset, length);
            while (room.hasRemaining()
                    && channel.read(room, place + length - room.remaining()) > 0) {
                // as much as there is
            }
            return length - room.remaining();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
