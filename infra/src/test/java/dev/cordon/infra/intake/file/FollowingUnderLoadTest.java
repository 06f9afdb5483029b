package dev.cordon.infra.intake.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.infra.detection.Spools;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web server writes, a rotator rotates, and each line is counted. */
class FollowingUnderLoadTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path LOGROTATE = Path.of("/usr/sbin/logrotate");

    @TempDir Path root;
    private Following shop;
    private Path data;
    private LogSpool spool;
    private int written;

    @BeforeEach
    void aLog() throws IOException {
        shop = new Following(root);
        data = root.resolve("followed");
        Files.writeString(shop.log, "");
    }

    @Test
    void aLogThatIsRenamedUnderLoadIsTakenLineForLine() throws Exception {
        try (var _ = follow()) {
            for (int i = 0; i < 12; i++) {
                write(3_000);
                shop.rotate();
                writeTo(shop.rotated(1), 50); // whoever has not opened the new one yet
                write(500);
            }
            awaitAll();
        }
    }

    @Test
    void aLogThatIsCopiedAndCutUnderLoadIsTakenLineForLine() throws Exception {
        try (var _ = follow()) {
            for (int i = 0; i < 12; i++) {
                write(3_000);
                shop.copyAndTruncate();
                write(500);
            }
            awaitAll();
        }
    }

    @Test
    void killedAgainAndAgainItTakesEachLineOnce() throws Exception {
        for (int i = 0; i < 8; i++) {
            try (var _ = FollowingProgram.start(shop.log, data)) {
                long before = kept();
                write(1_000);
                await().atMost(SOON).until(() -> kept() > before);
                writeSlowly(20 * i);
                if (i % 2 == 0) {
                    shop.rotate();
                } else {
                    shop.copyAndTruncate();
                }
                write(700);
            }
            write(100);
        }
        try (var _ = follow()) {
            awaitAll();
        }
    }

    @Test
    void theSystemsLogrotateLosesNothing() throws Exception {
        assumeThat(LOGROTATE).as("the system has no logrotate").isExecutable();
        try (var _ = follow()) {
            for (var words : List.of("create", "copytruncate", "create\ncompress\ndelaycompress")) {
                write(2_000);
                awaitAll(); // begun with, so that the copy's own window is not measured
                logrotate(words);
                write(1_000);
                awaitAll();
            }
        }
        write(500);
        logrotate("create\ncompress"); // nobody looks
        write(500);
        try (var _ = follow()) {
            awaitAll();
        }
    }

    private Follower follow() {
        spool = Spools.in(data.resolve("spool"));
        return FollowingProgram.follow(shop.log, data, spool);
    }

    /** So many bytes are in the spool, or on their way there. */
    private long kept() throws IOException {
        var folder = data.resolve("spool");
        if (!Files.exists(folder)) {
            return 0;
        }
        try (var files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        }
    }

    private void logrotate(String words) throws Exception {
        var settings = root.resolve("logrotate.conf");
        Files.writeString(
                settings,
                "%s {\nsu root root\nrotate 9\nnotifempty\n%s\n}\n".formatted(shop.log, words));
        settings.toFile().setWritable(false, false);
        settings.toFile().setWritable(true, true);
        var run =
                new ProcessBuilder(
                                LOGROTATE.toString(),
                                "--force",
                                "--state",
                                root.resolve("logrotate.state").toString(),
                                settings.toString())
                        .inheritIO()
                        .start();
        assertThat(run.waitFor()).isZero();
        Files.deleteIfExists(settings);
    }

    private void awaitAll() throws IOException {
        var all = IntStream.range(0, written).mapToObj(FollowingUnderLoadTest::line).toList();
        await().atMost(SOON).until(() -> taken().size() >= written);
        assertThat(taken().stream().sorted().toList()).isEqualTo(all.stream().sorted().toList());
    }

    private List<String> taken() throws IOException {
        return Following.lines(spool);
    }

    private void write(int lines) throws IOException {
        writeTo(shop.log, lines);
    }

    private void writeTo(Path file, int lines) throws IOException {
        try (var out = Files.newOutputStream(file, CREATE, APPEND)) {
            for (int i = 0; i < lines; i++) {
                out.write((line(written++) + "\n").getBytes(UTF_8));
            }
        }
    }

    /** Line by line, each a moment's work for the one who follows. */
    private void writeSlowly(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            write(1);
            kept();
        }
    }

    private static String line(int number) {
        return "203.0.113.9 - - [26/Nov/2026:10:00:00 +0000] \"GET /product/%d HTTP/1.1\" 200 5"
                .formatted(number);
    }
}
