package dev.cordon.infra.bootstrap.cli;

import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.EventCursor;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogReader;
import dev.cordon.infra.detection.PackedLog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log to scan: a file, or what is piped in. Compressed or not, its first bytes tell.
 *
 * @param name as the person called it
 * @param path null for what is piped in
 * @param format given or recognized; null if its beginning fits none
 * @param begin the first moment it speaks of; null if unknown
 * @param first its first requests, to tell whether another file holds the same
 */
record LogFile(
        String name,
        @Nullable Path path,
        @Nullable LogFormat format,
        @Nullable Instant begin,
        List<String> first) {

    static final String PIPE = "-";

    /** When every time is believed. */
    static final Instant FAR_FUTURE = Instant.parse("9999-01-01T00:00:00Z");

    private static final int BUFFER = 256 * 1024;
    private static final int PEEK = 128 * 1024;
    private static final int FIRST = 200;

    /**
     * Looks at the beginning of the file.
     *
     * @param given its format; null if its beginning shall tell
     */
    static LogFile of(String name, @Nullable LogFormat given, ZoneId zone) throws Unreadable {
        boolean piped = name.equals(PIPE);
        var path = piped ? null : Path.of(name);
        if (path != null && !Files.exists(path)) {
            throw new Unreadable(name + " does not exist");
        }
        try {
            byte[] beginning = piped ? Piped.beginning(PEEK) : beginning(Path.of(name));
            var format = given == null ? LogFormat.recognise(beginning) : Optional.of(given);
            var events = new ArrayList<String>();
            var begin = new Instant[1];
            if (format.isPresent()) {
                read(beginning, format.get(), zone, begin, events);
            }
            return new LogFile(
                    piped ? "what was piped in" : name,
                    path,
                    format.orElse(null),
                    begin[0],
                    events);
        } catch (IOException e) {
            throw new Unreadable(name + " cannot be read: " + reason(e));
        }
    }

    InputStream open() throws IOException {
        return path == null ? Piped.open() : packed(path);
    }

    /** How many bytes it has on the disk; 0 if nobody knows. */
    long size() {
        try {
            return path == null ? 0 : Files.size(path);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return name;
    }

    static String reason(IOException e) {
        var said = e.getMessage();
        return switch (e) {
            case java.nio.file.AccessDeniedException _ -> "its permissions do not allow it";
            case java.io.EOFException _ -> "it breaks off";
            default -> said == null ? e.getClass().getSimpleName() : said;
        };
    }

    private static byte[] beginning(Path path) throws IOException {
        try (var in = packed(path)) {
            return in.readNBytes(PEEK);
        }
    }

    private static InputStream packed(Path path) throws IOException {
        return PackedLog.open(new BufferedInputStream(Files.newInputStream(path), BUFFER));
    }

    private static void read(
            byte[] bytes, LogFormat format, ZoneId zone, Instant[] begin, List<String> events) {
        var limits = DetectionSettings.DEFAULTS.limits();
        var reader =
                new LogReader(
                        format,
                        zone,
                        limits.longestLine(),
                        limits.futureTolerance(),
                        event -> {
                            if (begin[0] == null) {
                                begin[0] = Instant.ofEpochSecond(event.epochSecond());
                            }
                            if (events.size() < FIRST && event.hasAddress()) {
                                events.add(request(event));
                            }
                        });
        reader.feed(bytes, 0, bytes.length, FAR_FUTURE);
    }

    private static String request(EventCursor event) {
        return event.address()
                + " "
                + event.epochSecond()
                + " "
                + event.method()
                + " "
                + event.target()
                + " "
                + event.status();
    }

    /** What is piped in can be read only once, so its beginning is kept. */
    private static final class Piped {

        private static @Nullable BufferedInputStream in;

        static byte[] beginning(int length) throws IOException {
            in = new BufferedInputStream(PackedLog.open(System.in), length);
            in.mark(length);
            byte[] beginning = in.readNBytes(length);
            in.reset();
            return beginning;
        }

        static InputStream open() throws IOException {
            return in == null ? PackedLog.open(System.in) : in;
        }
    }

    /** A log cannot be read; the message is a sentence about it without its full stop. */
    static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }
}
