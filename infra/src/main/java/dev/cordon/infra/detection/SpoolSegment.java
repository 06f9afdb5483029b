package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One file of a source's log, and beside it the list of its batches. A batch counts once its line
 * in that list is safe; what a crash left behind the last one is cut off.
 *
 * <p>A line of the list: where the batch begins, where it ends, its name or a dash.
 */
final class SpoolSegment implements AutoCloseable {

    static final String SUFFIX = ".log";

    private static final String LIST = ".batches";
    private static final String NO_NAME = "-";
    private static final Pattern BATCH = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)");

    private final Path data;
    private final Path list;
    private final long start;
    private volatile long end;
    private long listLength;
    private @Nullable Out out;

    private SpoolSegment(Path data, long start) {
        this.data = data;
        this.list = data.resolveSibling(data.getFileName() + LIST);
        this.start = start;
        this.end = start;
    }

    /** The segment of this file, empty or as a crash left it, made whole again. */
    static SpoolSegment open(Path folder, long start, Consumer<String> names) throws IOException {
        var segment = new SpoolSegment(folder.resolve("%020d%s".formatted(start, SUFFIX)), start);
        segment.readList(names);
        truncate(segment.data, segment.end - start);
        truncate(segment.list, segment.listLength);
        return segment;
    }

    /**
     * An empty one behind the other, on disk, so that places go on there also when that one is
     * gone; nothing has come in since.
     */
    static SpoolSegment after(Path folder, SpoolSegment last) throws IOException {
        var next = open(folder, last.end, _ -> {});
        var taken = FileTime.from(last.lastTakenAt());
        Files.write(next.data, new byte[0], CREATE, WRITE);
        Files.setLastModifiedTime(next.data, taken);
        OwnerOnly.syncFolder(folder);
        return next;
    }

    static long startOf(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.length() - SUFFIX.length()));
    }

    Path data() {
        return data;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    /** When the first batch was taken, or a little before. */
    Instant firstTakenAt() throws IOException {
        var last = lastTakenAt();
        var made = Files.readAttributes(data, BasicFileAttributes.class).creationTime().toInstant();
        return made.isAfter(last) ? last : made;
    }

    /** When the last batch was taken. */
    Instant lastTakenAt() throws IOException {
        return Files.getLastModifiedTime(Files.exists(list) ? list : data).toInstant();
    }

    /**
     * Takes whole batches, and settles them once they are safe: all of them, or none if this fails.
     */
    void append(List<Incoming> batches) throws IOException {
        var places = new ArrayList<Stretch>();
        var lines = new StringBuilder();
        try {
            var to = openToWrite();
            long at = end;
            for (var batch : batches) {
                batch.writeTo(to.data());
                var place = new Stretch(at, at + batch.size());
                places.add(place);
                lines.append(
                        "%d %d %s\n"
                                .formatted(
                                        place.from(),
                                        place.to(),
                                        batch.name().isEmpty() ? NO_NAME : batch.name()));
                at = place.to();
            }
            to.data().force(false);
            var listed = lines.toString().getBytes(US_ASCII);
            Incoming.write(to.list(), ByteBuffer.wrap(listed));
            to.list().force(false);
            listLength += listed.length;
            end = at;
        } catch (IOException e) {
            close();
            throw e;
        }
        for (int i = 0; i < batches.size(); i++) {
            batches.get(i).settle(places.get(i));
        }
    }

    /** Writes no more; a further batch opens it again. */
    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
            out = null;
        }
    }

    /**
     * @return the list of its batches, which stays
     */
    Path deleteLines() throws IOException {
        close();
        Files.deleteIfExists(data);
        return list;
    }

    /** The lists of which the lines are gone, the oldest first. */
    static List<Path> listsWithoutLines(Path folder) throws IOException {
        return OwnerOnly.files(folder, "*" + SUFFIX + LIST).stream()
                .filter(list -> !Files.exists(linesOf(list)))
                .toList();
    }

    /** The names of the batches in a list, in their order. */
    static List<String> namesIn(Path list) throws IOException {
        if (!Files.exists(list)) {
            return List.of();
        }
        return new String(Files.readAllBytes(list), US_ASCII)
                .lines()
                .map(BATCH::matcher)
                .filter(batch -> batch.matches() && !batch.group(3).equals(NO_NAME))
                .map(batch -> batch.group(3))
                .toList();
    }

    private static Path linesOf(Path list) {
        var name = list.getFileName().toString();
        return list.resolveSibling(name.substring(0, name.length() - LIST.length()));
    }

    /** Whatever a failure left behind the last batch is cut off before the next one. */
    private Out openToWrite() throws IOException {
        var known = out;
        if (known != null) {
            return known;
        }
        boolean isNew = !Files.exists(list);
        var opened = Out.of(data, list);
        out = opened;
        opened.data().truncate(end - start).position(end - start);
        opened.list().truncate(listLength).position(listLength);
        if (isNew) {
            OwnerOnly.syncFolder(data.resolveSibling("."));
        }
        return opened;
    }

    /** Both files, open to be written. */
    private record Out(FileChannel data, FileChannel list) implements AutoCloseable {

        static Out of(Path data, Path list) throws IOException {
            var first = FileChannel.open(data, CREATE, WRITE);
            try {
                return new Out(first, FileChannel.open(list, CREATE, WRITE));
            } catch (IOException e) {
                first.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            try (data) {
                list.close();
            }
        }
    }

    /** Believes each line that is whole, goes on where the last one ended, and has its bytes. */
    private void readList(Consumer<String> names) throws IOException {
        if (!Files.exists(list)) {
            return;
        }
        long size = Files.exists(data) ? Files.size(data) : 0;
        var text = new String(Files.readAllBytes(list), US_ASCII);
        for (int at = 0, next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', at)) {
            var batch = BATCH.matcher(text.substring(at, next));
            if (!batch.matches() || Long.parseLong(batch.group(1)) != end) {
                return;
            }
            long to = Long.parseLong(batch.group(2));
            if (to < end || to - start > size) {
                return;
            }
            end = to;
            at = next + 1;
            listLength = at;
            if (!batch.group(3).equals(NO_NAME)) {
                names.accept(batch.group(3));
            }
        }
    }

    private static void truncate(Path file, long length) throws IOException {
        if (Files.exists(file)) {
            try (var channel = FileChannel.open(file, WRITE)) {
                channel.truncate(length);
            }
        }
    }
}
