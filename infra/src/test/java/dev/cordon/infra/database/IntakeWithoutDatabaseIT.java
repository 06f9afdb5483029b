package dev.cordon.infra.database;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.DetectionBell;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.bench.traffic.Traffic;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.infra.detection.WatchingProcess;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** PostgreSQL goes away while lines come in, and comes back later. */
class IntakeWithoutDatabaseIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    @TempDir Path folder;

    @Test
    void linesAreTakenWithoutADatabaseAndTheirAlertsComeOnceItIsBack() throws Exception {
        Traffic.write(40_000, 11, folder);
        var log = Files.readAllBytes(folder.resolve("access.log"));
        var expected = whole(log);
        assertThat(expected).hasSizeGreaterThan(5);

        try (var server =
                        EmbeddedServer.start(
                                folder.resolve("server"),
                                TestServer.programs(),
                                EmbeddedServer.DURABLE);
                var program = WatchingProcess.here(settings(server.access()))) {
            WatchingProcess.open(program);
            int middle = log.length / 2;
            while (log[middle - 1] != '\n') {
                middle++;
            }
            append(program, log, 0, middle);
            await().atMost(PATIENCE).until(() -> !told(program).isEmpty());
            int before = told(program).size();

            Orphan.stop(folder.resolve("server").resolve("data"));
            append(program, log, middle, log.length);
            server.restart();

            await().atMost(PATIENCE).ignoreExceptions().until(() -> !told(program).isEmpty());
            WatchingProcess.settle(program);
            var now = told(program);
            assertThat(now.keySet())
                    .as("instead of %s", rest(now, expected))
                    .containsAll(expected.keySet());
            assertThat(now).hasSameSizeAs(expected);
            assertThat(before).isLessThan(expected.size());
        }
    }

    private static Set<String> rest(Map<String, ?> of, Map<String, ?> without) {
        var rest = new TreeSet<>(of.keySet());
        rest.removeAll(without.keySet());
        return rest;
    }

    private Map<String, AttackKind> whole(byte[] log) throws Exception {
        var settings = new ArrayList<String>();
        TestDatabase.properties()
                .forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        try (var program = WatchingProcess.here(settings)) {
            WatchingProcess.open(program);
            append(program, log, 0, log.length);
            WatchingProcess.settle(program);
            return told(program);
        }
    }

    private static void append(ConfigurableApplicationContext program, byte[] log, int from, int to)
            throws Exception {
        var spool = program.getBean(LogSpool.class);
        spool.append(WatchingProcess.LOG, null, new ByteArrayInputStream(log, from, to - from));
        program.getBean(DetectionBell.class).ring(WatchingProcess.STORE, Mode.LIVE);
    }

    private static Map<String, AttackKind> told(ConfigurableApplicationContext program) {
        return WatchingProcess.alerts(program).stream()
                .filter(alert -> alert.phase().isOpen())
                .collect(
                        toMap(
                                alert -> alert.finding().reference(),
                                alert -> alert.finding().kind()));
    }

    private static List<String> settings(DatabaseAccess access) {
        return List.of(
                "--cordon.database.url=" + access.url(),
                "--cordon.database.user=" + access.runtime().user(),
                "--cordon.database.password=" + access.runtime().password(),
                "--cordon.database.owner=" + access.owner().user(),
                "--cordon.database.owner-password=" + access.owner().password(),
                "--cordon.data="
                        + Path.of("target", "test-data", "without-database-" + System.nanoTime()));
    }
}
