package dev.cordon.infra.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.DetectionBell;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.bench.traffic.Traffic;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.infra.detection.ToldAlerts;
import dev.cordon.infra.detection.WatchingProcess;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
        assertThat(expected.size()).isGreaterThan(5);

        try (var database = new StoppableDatabase(folder.resolve("server"));
                var program = WatchingProcess.here(database.settings())) {
            WatchingProcess.open(program);
            int middle = log.length / 2;
            while (log[middle - 1] != '\n') {
                middle++;
            }
            append(program, log, 0, middle);
            await().atMost(PATIENCE).until(() -> ToldAlerts.of(program).size() > 0);
            int before = ToldAlerts.of(program).size();

            database.stop();
            append(program, log, middle, log.length);
            database.comeBack();

            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> ToldAlerts.of(program).size() > 0);
            WatchingProcess.settle(program);
            var now = ToldAlerts.of(program);
            assertThat(now.missing(expected)).as("and %s", now.tooMuch(expected)).isEmpty();
            assertThat(now.tooMuch(expected)).as("doubled or too much").isEmpty();
            assertThat(before).isLessThan(expected.size());
        }
    }

    private ToldAlerts whole(byte[] log) throws Exception {
        var settings = new ArrayList<String>();
        TestDatabase.properties()
                .forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        try (var program = WatchingProcess.here(settings)) {
            WatchingProcess.open(program);
            append(program, log, 0, log.length);
            WatchingProcess.settle(program);
            return ToldAlerts.of(program);
        }
    }

    private static void append(ConfigurableApplicationContext program, byte[] log, int from, int to)
            throws Exception {
        var spool = program.getBean(LogSpool.class);
        spool.append(WatchingProcess.LOG, null, new ByteArrayInputStream(log, from, to - from));
        program.getBean(DetectionBell.class).ring(WatchingProcess.STORE, Mode.LIVE);
    }
}
