package dev.cordon.infra.intake.file;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.infra.detection.Spools;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Follows a log into a spool; also in a process of its own, so that it can be killed. */
final class FollowingProgram implements AutoCloseable {

    private final Process process;

    private FollowingProgram(Process process) {
        this.process = process;
    }

    static FollowingProgram start(Path log, Path data) throws IOException {
        return new FollowingProgram(
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Xmx64m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FollowingProgram.class.getName(),
                                log.toString(),
                                data.toString())
                        .inheritIO()
                        .start());
    }

    /** As {@code kill -9}. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process survived");
        }
    }

    static Follower follow(Path log, Path data, LogSpool spool) {
        var source = Following.SOURCE;
        var followed =
                new FollowedLog(
                        "the log",
                        PlaceFile.of(data.resolve("places"), source.value(), log.toString()),
                        (batch, lines) ->
                                spool.append(source, batch, new ByteArrayInputStream(lines)),
                        UUID::randomUUID,
                        InstantSource.system());
        var folder = new LocalLogFolder(log);
        return new Follower(
                "the log",
                () -> followed.pass(folder, 1 << 20),
                Duration.ofMillis(10),
                Duration.ofMillis(100));
    }

    public static void main(String... words) throws InterruptedException {
        var data = Path.of(words[1]);
        try (var _ = follow(Path.of(words[0]), data, Spools.in(data.resolve("spool")))) {
            new CountDownLatch(1).await();
        }
    }
}
