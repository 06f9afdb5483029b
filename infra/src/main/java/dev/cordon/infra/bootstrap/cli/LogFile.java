package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A log to scan: a file, or what is piped in. Compressed or not, its first bytes tell.
 *
 * @param path null for what is piped in
 * @param begin the first moment it speaks of; null if unknown
 */
record LogFile(@Nullable Path path, @Nullable Instant begin) {

    private static final String PIPE = "-";
    private static final int MAGIC = 0x1f8b;
    private static final int BUFFER = 256 * 1024;
    private static final int PEEK = 64 * 1024;

    /** Looks at the beginning of the file. */
    static LogFile of(String name) throws Unreadable {
        if (name.equals(PIPE)) {
            return new LogFile(null, null);
        }
        var path = Path.of(name);
        if (!Files.exists(path)) {
            throw new Unreadable(name + " does not exist");
        }
        if (Files.isDirectory(path)) {
            throw new Unreadable(name + " is a folder; name the log files in it");
        }
        try (var in = new LogFile(path, null).open()) {
            return new LogFile(path, begin(in.readNBytes(PEEK)));
        } catch (IOException e) {
            throw new Unreadable(name + " cannot be read: " + reason(e));
        }
    }

    InputStream open() throws IOException {
        var raw =
                new BufferedInputStream(
                        path == null ? System.in : Files.newInputStream(path), BUFFER);
        raw.mark(2);
        int first = raw.read() << 8 | raw.read();
        raw.reset();
        return first == MAGIC ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    @Override
    public String toString() {
        return path == null ? "what was piped in" : path.toString();
    }

    static String reason(IOException e) {
        var said = e.getMessage();
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "its permissions do not allow it";
            case java.io.EOFException _ -> "it breaks off";
            default -> said == null ? e.getClass().getSimpleName() : said;
        };
    }

    private static @Nullable Instant begin(byte[] bytes) {
        var times = new ArrayList<Instant>();
        var limits = DetectionSettings.DEFAULTS.limits();
        var reader =
                new LogReader(
                        LogFormat.COMBINED,
                        ZoneOffset.UTC,
                        limits.longestLine(),
                        limits.futureTolerance(),
                        line -> times.add(Instant.ofEpochSecond(line.epochSecond())));
        reader.feed(bytes, 0, bytes.length, FAR_FUTURE);
        return times.isEmpty() ? null : times.getFirst();
    }

    /** When every time is believed. */
    static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");

    /** A log cannot be read; the message is a sentence about it without its full stop. */
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }
}
