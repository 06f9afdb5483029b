package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.cordon.application.detection.LogSpool.Stretch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * One file of a source's log, and beside it the list of its batches. A batch counts once its line
 * in that list is safe; what a crash left behind the last one is cut off.
 *
 * <p>A line of the list: where the batch begins, where it ends, its name or a dash.
 */
final class SpoolSegment {

    static final String SUFFIX = ".log";

    private static final String NO_NAME = "-";
    private static final Pattern BATCH = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)");

    private final Path data;
    private final Path list;
    private final long start;
    private long end;
    private long listLength;

    private SpoolSegment(Path data, long start) {
        this.data = data;
        this.list = data.resolveSibling(data.getFileName() + ".batches");
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

    /** Takes a whole batch from a file, and returns once it is safe. */
    Stretch append(Path batch, boolean endsLine, String name) throws IOException {
        long from = end;
        try (var out = FileChannel.open(data, CREATE, WRITE, APPEND);
                var in = FileChannel.open(batch, READ)) {
            copy(in, out);
            if (!endsLine) {
                write(out, "\n");
            }
            out.force(true);
            long to = start + out.size();
            enlist("%d %d %s\n".formatted(from, to, name.isEmpty() ? NO_NAME : name));
            end = to;
            return new Stretch(from, to);
        } catch (IOException e) {
            truncate(data, from - start);
            truncate(list, listLength);
            throw e;
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(data);
        Files.deleteIfExists(list);
    }

    private void enlist(String line) throws IOException {
        try (var out = FileChannel.open(list, CREATE, WRITE, APPEND)) {
            write(out, line);
            out.force(true);
            listLength = out.size();
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

    private static void copy(FileChannel in, FileChannel out) throws IOException {
        long size = in.size();
        for (long at = 0; at < size; ) {
            at += in.transferTo(at, size - at, out);
        }
    }

    private static void write(FileChannel out, String text) throws IOException {
        var bytes = ByteBuffer.wrap(text.getBytes(US_ASCII));
        while (bytes.hasRemaining()) {
            out.write(bytes);
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
