package dev.cordon.infra.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.bench.traffic.Traffic;
import dev.cordon.infra.database.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The program is killed while lines come in, started again, killed again: a real {@code kill -9} of
 * a process of its own, on a real spool and a real database. Its spool is so small that it fills.
 */
class IntakeKilledIT {

    private static final int LINES = 120_000;
    private static final long SEED = 7;
    private static final int KILLS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    @TempDir Path folder;

    @Test
    void theAlertsAreThoseOfTheSameLogReadWithoutAKill() throws Exception {
        Traffic.write(LINES, SEED, folder);
        var log = folder.resolve("access.log");
        var expected = whole(log);
        assertThat(expected.size()).isGreaterThan(10);

        var settings = settings();
        try (var program = WatchingProcess.here(settings)) {
            WatchingProcess.open(program);
        }
        for (int i = 1; i <= KILLS; i++) {
            try (var unused = WatchingProcess.start(settings, log)) {
                awaitAlerts(settings, expected.size() * i / (KILLS + 2));
            }
        }
        try (var program = WatchingProcess.here(settings)) {
            WatchingProcess.send(program, log);
            WatchingProcess.settle(program);
            var told = ToldAlerts.of(program);
            assertThat(told.missing(expected)).as("and %s", told.tooMuch(expected)).isEmpty();
            assertThat(told.tooMuch(expected)).as("doubled or too much").isEmpty();
        }
    }

    private ToldAlerts whole(Path log) throws Exception {
        try (var program = WatchingProcess.here(settings())) {
            WatchingProcess.open(program);
            WatchingProcess.send(program, log);
            WatchingProcess.settle(program);
            return ToldAlerts.of(program);
        }
    }

    private static void awaitAlerts(List<String> settings, int count) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> stored(settings) >= count);
    }

    private static int stored(List<String> settings) throws SQLException {
        try (var database =
                        DriverManager.getConnection(
                                setting(settings, "cordon.database.url"),
                                setting(settings, "cordon.database.user"),
                                setting(settings, "cordon.database.password"));
                var query = database.createStatement();
                var rows = query.executeQuery("select count(*) from alert")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private List<String> settings() {
        var settings = new ArrayList<String>();
        TestDatabase.properties()
                .forEach((name, value) -> settings.add("--%s=%s".formatted(name, value)));
        settings.add("--cordon.crypto.key-file=" + folder.resolve("key.json"));
        settings.add("--cordon.spool.kept=8MB");
        settings.add("--cordon.spool.segment=1MB");
        return settings;
    }

    private static String setting(List<String> settings, String name) {
        var option = "--" + name + "=";
        return settings.stream()
                .filter(setting -> setting.startsWith(option))
                .findFirst()
                .orElseThrow()
                .substring(option.length());
    }
}
