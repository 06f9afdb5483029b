package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.infra.crypto.FileKey;
import dev.cordon.infra.crypto.FileKeys;
import dev.cordon.infra.crypto.SealBroken;
import dev.cordon.infra.crypto.SealedForm;
import dev.cordon.infra.crypto.SealedInput;
import dev.cordon.infra.crypto.SealedOutput;
import dev.cordon.infra.folder.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One file of a source's log, encrypted under a key of its own, and beside it the list of its
 * batches. A batch counts once its line in that list is safe; what a crash left behind the last one
 * is cut off. Files that an earlier version wrote plainly are read, and not written any more.
 *
 * <p>A line of the list: where the batch begins, where it ends, its name or a dash. Each batch
 * begins a record, so that the list tells also how long the file has to be.
 */
final class SpoolSegment implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SpoolSegment.class);

    static final String SEALED = ".sealed";
    private static final String PLAIN = ".log";
    private static final String LIST = ".batches";
    private static final String NO_NAME = "-";
    private static final Pattern BATCH = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)");

    private final Path data;
    private final Path list;
    private final FileKeys keys;
    private final long start;
    private final RecordPlaces records = new RecordPlaces();
    private volatile long end;
    private long length;
    private long listLength;
    private volatile @Nullable FileKey key;
    private @Nullable Out out;

    private SpoolSegment(Path data, FileKeys keys) {
        this.data = data;
        this.list = data.resolveSibling(data.getFileName() + LIST);
        this.keys = keys;
        this.start = startOf(data);
        this.end = start;
    }

    /** Those in a folder, as a crash left them, made whole again; the oldest first. */
    static List<SpoolSegment> in(Path folder, FileKeys keys, Consumer<String> names)
            throws IOException {
        var files = OwnerOnly.files(folder, "*{" + PLAIN + "," + SEALED + "}");
        var segments = new ArrayList<SpoolSegment>();
        for (var file : files) {
            segments.add(open(file, keys, names));
        }
        return segments;
    }

    /** A new one that begins at that place. */
    static SpoolSegment at(Path folder, long start, FileKeys keys) throws IOException {
        return open(folder.resolve("%020d%s".formatted(start, SEALED)), keys, _ -> {});
    }

    private static SpoolSegment open(Path data, FileKeys keys, Consumer<String> names)
            throws IOException {
        var segment = new SpoolSegment(data, keys);
        segment.readList(names);
        truncate(segment.data, segment.length);
        truncate(segment.list, segment.listLength);
        return segment;
    }

    /**
     * An empty one behind the other, on disk, so that places go on there also when that one is
     * gone; nothing has come in since.
     */
    static SpoolSegment after(Path folder, SpoolSegment last) throws IOException {
        var next = at(folder, last.end, last.keys);
        var taken = FileTime.from(last.lastTakenAt());
        Files.write(next.data, new byte[0], CREATE, WRITE);
        Files.setLastModifiedTime(next.data, taken);
        OwnerOnly.syncFolder(folder);
        return next;
    }

    long start() {
        return start;
    }

    long end() {
        return end;
    }

    boolean isEmpty() {
        return end == start;
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

    /** Whether it is encrypted, and its key opens: otherwise what comes in needs another one. */
    boolean takesMore() throws IOException {
        if (isPlain()) {
            return false;
        }
        try {
            return isEmpty() || key() != null;
        } catch (SealBroken broken) {
            LOG.error("lines go on in another file, this one cannot be read file={}", data, broken);
            return false;
        }
    }

    /**
     * Takes whole batches, and settles them once they are safe: all of them, or none if this fails.
     */
    void append(List<Incoming> batches) throws IOException {
        var places = new ArrayList<Stretch>();
        var lines = new StringBuilder();
        var before = new Reached(end, length, listLength);
        boolean done = false;
        try {
            var to = openToWrite();
            var sealing = new SealedOutput(key(), to.data(), end);
            long at = end;
            for (var batch : batches) {
                batch.writeTo(sealing);
                sealing.flush();
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
            places.forEach(this::grow);
            done = true;
        } finally {
            if (!done) {
                goBack(before);
            }
        }
        for (int i = 0; i < batches.size(); i++) {
            batches.get(i).settle(places.get(i));
        }
    }

    /**
     * Opens the file now, so that what is read stays also when the segment is deleted meanwhile.
     */
    InputStream read(Stretch stretch) throws IOException {
        var channel = FileChannel.open(data, READ);
        try {
            if (isPlain()) {
                return Channels.newInputStream(channel.position(stretch.from() - start));
            }
            var record = records.before(stretch.from());
            return SealedInput.growing(
                    key(), channel.position(record.inFile()), record.inLog(), stretch.from());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Where the next record begins that may open; the end if the file's key does not. */
    long readableAfter(long place) throws IOException {
        try {
            return isPlain() || key() == null ? end : records.after(place, end);
        } catch (SealBroken broken) {
            return end;
        }
    }

    InputStream asItLies() throws IOException {
        return Files.newInputStream(data);
    }

    /** How far the files are valid. */
    private record Reached(long end, long length, long listLength) {}

    /** What was written behind that is cut off when a further batch opens the files again. */
    private void goBack(Reached place) {
        end = place.end();
        length = place.length();
        listLength = place.listLength();
        records.forget(end);
        try {
            close();
        } catch (IOException e) {
            LOG.warn("a log file that could not be written could not be closed file={}", data, e);
        }
    }

    /** Writes no more; a further batch opens it again. */
    @Override
    public void close() throws IOException {
        var known = out;
        out = null;
        if (known != null) {
            known.close();
        }
    }

    /**
     * Deletes the lines, and with them the only copy of their key.
     *
     * @return the list of its batches, which stays
     */
    Path deleteLines() throws IOException {
        close();
        Files.deleteIfExists(data);
        return list;
    }

    /** The lists of which the lines are gone, the oldest first. */
    static List<Path> listsWithoutLines(Path folder) throws IOException {
        return OwnerOnly.files(folder, "*" + LIST).stream()
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

    private static long startOf(Path file) {
        var name = file.getFileName().toString();
        return Long.parseLong(name.substring(0, name.indexOf('.')));
    }

    private static Path linesOf(Path list) {
        var name = list.getFileName().toString();
        return list.resolveSibling(name.substring(0, name.length() - LIST.length()));
    }

    private boolean isPlain() {
        return data.getFileName().toString().endsWith(PLAIN);
    }

    /** As people name it. */
    private String place() {
        return place(data);
    }

    static String place(Path data) {
        var log = data.toAbsolutePath().resolveSibling(".").normalize().getFileName();
        return "the log %s, file %s".formatted(log, data.getFileName());
    }

    private FileKey key() throws IOException {
        var known = key;
        if (known == null) {
            try (var channel = FileChannel.open(data, READ)) {
                known = SealedForm.readHead(keys, place(), channel);
                key = known;
            }
        }
        return known;
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
        opened.data().truncate(length).position(length);
        opened.list().truncate(listLength).position(listLength);
        if (isEmpty()) {
            var fresh = keys.fresh(place());
            key = fresh;
            SealedForm.writeHead(fresh, opened.data());
        }
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
            if (to < end || lengthWith(to) > size) {
                return;
            }
            grow(new Stretch(end, to));
            at = next + 1;
            listLength = at;
            if (!batch.group(3).equals(NO_NAME)) {
                names.accept(batch.group(3));
            }
        }
    }

    /** How long the file has to be when a batch up to there is in it. */
    private long lengthWith(long to) {
        if (isPlain()) {
            return to - start;
        }
        return Math.max(length, SealedForm.HEAD) + SealedForm.lengthOf(to - end);
    }

    private void grow(Stretch batch) {
        long grown = lengthWith(batch.to());
        records.add(batch, Math.max(length, SealedForm.HEAD));
        length = grown;
        end = batch.to();
    }

    private static void truncate(Path file, long length) throws IOException {
        if (Files.exists(file)) {
            try (var channel = FileChannel.open(file, WRITE)) {
                channel.truncate(length);
            }
        }
    }
}
