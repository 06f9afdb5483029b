package dev.cordon.infra.intake.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.infra.detection.Spools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A log in a folder, what is done to logs, and the program that follows it. */
final class Following {

    static final SourceId SOURCE = new SourceId("shop-access");

    final Path folder;
    final Path log;
    private final Path data;
    private Duration later = Duration.ZERO;
    private LogSpool spool;
    private FollowedLog followed;
    private Taking taking;

    Following(Path root) throws IOException {
        folder = Files.createDirectory(root.resolve("logs"));
        log = folder.resolve("access.log");
        data = root.resolve("data");
        restart();
    }

    /** The program ends, as by a kill, and begins again. */
    void restart() {
        spool = Spools.in(data.resolve("spool"));
        taking = this::keep;
        followed =
                new FollowedLog(
                        "the log",
                        PlaceFile.of(data.resolve("places"), SOURCE.value(), log.toString()),
                        (batch, lines) -> taking.take(batch, lines),
                        UUID::randomUUID,
                        () -> Instant.now().plus(later));
    }

    void keep(String batch, byte[] lines) throws IOException {
        spool.append(SOURCE, batch, new ByteArrayInputStream(lines));
    }

    void takingBy(Taking other) {
        taking = other;
    }

    void wait(Duration time) {
        later = later.plus(time);
    }

    void pass() throws IOException {
        for (int i = 0; i < 3; i++) {
            while (followed.pass(new LocalLogFolder(log), 1 << 20)) {
                // as long as there is more
            }
        }
    }

    /** A look at the folder, and something that happens before its files are looked into. */
    void passWhile(Work meanwhile) throws IOException {
        var folder = new LocalLogFolder(log);
        followed.pass(
                new LogFolder() {
                    @Override
                    public List<LogFile> list(Collection<String> known) throws IOException {
                        var listed = folder.list(known);
                        meanwhile.run();
                        return listed;
                    }

                    @Override
                    public LogBytes open(LogFile file) throws IOException {
                        return folder.open(file);
                    }
                },
                1 << 20);
    }

    /** What others do to the files. */
    interface Work {
        void run() throws IOException;
    }

    long missed() {
        return followed.missed();
    }

    List<String> taken() throws IOException {
        return lines(spool);
    }

    static List<String> lines(LogSpool spool) throws IOException {
        try (var all = spool.open(SOURCE, spool.kept(SOURCE))) {
            return new String(all.readAllBytes(), UTF_8).lines().toList();
        }
    }

    void write(String text) throws IOException {
        append(log, text);
    }

    static void append(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** As logrotate does: the numbers go up, and what was the log is number 1. */
    void rotate() throws IOException {
        shift();
        if (Files.exists(log)) {
            Files.move(log, rotated(1));
        }
    }

    void copyAndTruncate() throws IOException {
        copy();
        truncate();
    }

    void copy() throws IOException {
        shift();
        Files.copy(log, rotated(1));
    }

    void truncate() throws IOException {
        try (var channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
        }
    }

    /** The original goes once it is packed. */
    void pack(Path file) throws IOException {
        var packed = file.resolveSibling(file.getFileName() + ".gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(file, (OutputStream) out);
        }
        Files.delete(file);
        Files.setLastModifiedTime(
                packed, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(20)));
    }

    Path rotated(int number) {
        return folder.resolve("access.log." + number);
    }

    private void shift() throws IOException {
        for (int i = 20; i > 0; i--) {
            for (var ending : List.of("", ".gz")) {
                var from = folder.resolve("access.log." + i + ending);
                if (Files.exists(from)) {
                    Files.move(
                            from,
                            folder.resolve("access.log." + (i + 1) + ending),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
