package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.infra.detection.PackedLog;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A log to scan: a file, or what is piped in. Compressed or not, its first bytes tell.
 *
 * @param name as the person called it
 * @param path null for what is piped in
 * @param pipe what is piped in; null for a file
 * @param format given or recognized; combined if its beginning fits none
 * @param known whether the format is more than a guess
 * @param plainSize how many bytes it has at least, if it is a file and not compressed; or 0
 * @param start what its beginning tells
 */
record LogFile(
        String name,
        @Nullable Path path,
        @Nullable InputStream pipe,
        LogFormat format,
        boolean known,
        long plainSize,
        LogStart start) {

    static final String PIPE = "-";

    /** When every time is believed. */
    static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");

    private static final int BUFFER = 256 * 1024;
    private static final int PEEK = 128 * 1024;

    /**
     * Looks at the beginning of the file.
     *
     * @param given its format; null if its beginning shall tell
     */
    static LogFile of(Path path, @Nullable LogFormat given, ZoneId zone) throws Unreadable {
        try (var raw = new BufferedInputStream(Files.newInputStream(path), BUFFER);
                var in = PackedLog.open(raw)) {
            long size = in == raw ? Files.size(path) : 0;
            return of(path.toString(), path, null, size, beginning(in), given, zone);
        } catch (IOException e) {
            throw new Unreadable(path + " cannot be read: " + reason(e));
        }
    }

    /** Looks at the beginning of what is piped in, which can be read only once. */
    static LogFile piped(InputStream pipe, @Nullable LogFormat given, ZoneId zone)
            throws Unreadable {
        var name = "what was piped in";
        try {
            var in = new BufferedInputStream(PackedLog.open(pipe), PEEK);
            in.mark(PEEK);
            var beginning = beginning(in);
            in.reset();
            return of(name, null, in, 0, beginning, given, zone);
        } catch (IOException e) {
            throw new Unreadable(name + " cannot be read: " + reason(e));
        }
    }

    /** What can be read of it: a file that breaks off early has a beginning, too. */
    private static byte[] beginning(InputStream in) throws IOException {
        var bytes = new byte[PEEK];
        int length = 0;
        try {
            for (int got = 0; got >= 0 && length < PEEK; length += Math.max(got, 0)) {
                got = in.read(bytes, length, PEEK - length);
            }
        } catch (IOException e) {
            if (length == 0) {
                throw e;
            }
        }
        return Arrays.copyOf(bytes, length);
    }

    private static LogFile of(
            String name,
            @Nullable Path path,
            @Nullable InputStream pipe,
            long plainSize,
            byte[] beginning,
            @Nullable LogFormat given,
            ZoneId zone) {
        var recognized = given == null ? LogFormat.recognise(beginning).orElse(null) : given;
        var format = recognized == null ? LogFormat.COMBINED : recognized;
        var start = LogStart.of(beginning, format, zone);
        return new LogFile(name, path, pipe, format, recognized != null, plainSize, start);
    }

    /** Its bytes as they were written, unpacked while they are read. */
    InputStream open(ScanProgress progress) throws IOException {
        if (pipe != null) {
            return pipe;
        }
        var raw = progress.watch(Files.newInputStream(path == null ? Path.of(name) : path));
        return PackedLog.open(new BufferedInputStream(raw, BUFFER));
    }

    /** How many bytes it has on the disk; 0 if nobody knows. */
    long size() {
        try {
            return path == null ? 0 : Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether the other one, which begins like it, goes on where this one ends. */
    boolean isPartOf(LogFile other) {
        return format.equals(other.format) && plainSize > 0 && plainSize < other.plainSize;
    }

    @Nullable Instant begin() {
        return start.begin();
    }

    @Override
    public String toString() {
        return name;
    }

    static String reason(IOException e) {
        var said = e.getMessage();
        return switch (e) {
            case AccessDeniedException _ -> "its permissions do not allow it";
            case EOFException _ -> "it breaks off";
            case NoSuchFileException _ -> "it does not exist";
            case NotDirectoryException _ -> "it is no folder";
            default -> said == null ? e.getClass().getSimpleName() : said;
        };
    }

    /** A log cannot be read; the message is a sentence about it without its full stop. */
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }
}
