package dev.cordon.infra.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server that outlived the program it belonged to, after a kill or a crash. */
final class Orphan {

    private static final Logger LOG = LoggerFactory.getLogger(Orphan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphan() {}

    /**
     * Stops what still serves this folder. The caller holds the folder's lock, so that no living
     * program loses its server.
     */
    static void stop(Path data) throws IOException, InterruptedException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty()) {
            return;
        }
        long pid = Long.parseLong(lines.getFirst().strip());
        var process = ProcessHandle.of(pid).filter(found -> serves(found, data));
        if (process.isPresent()) {
            LOG.warn("stopping the database server that an earlier run left behind pid={}", pid);
            stop(process.get());
        }
    }

    private static void stop(ProcessHandle server) throws IOException, InterruptedException {
        // Fast shutdown: SIGTERM would wait for whoever is still connected.
        new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
        try {
            server.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException(
                    "An earlier run left its database server behind, process "
                            + server.pid()
                            + ", and it does not stop. Its data is safe. Stop it with: kill -INT "
                            + server.pid(),
                    e);
        }
    }

    /** Process ids are given again: only a server of this very folder is ours to stop. */
    private static boolean serves(ProcessHandle process, Path data) {
        try {
            return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"))
                    .contains(data.toString());
        } catch (IOException e) {
            return process.info().commandLine().orElse("").contains(data.toString());
        }
    }
}
