package dev.cordon.infra.detection;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.bench.traffic.Traffic;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.Finding;
import dev.cordon.infra.database.TestDatabase;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

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

    /** What an alert says of its campaign. */
    private record Told(AttackKind kind, int addresses, long events, int successes) {
        static Told by(Finding finding) {
            return new Told(
                    finding.kind(), finding.addressCount(), finding.events(), finding.successes());
        }
    }

    @Test
    void theAlertsAreThoseOfTheSameLogReadWithoutAKill() throws Exception {
        Traffic.write(LINES, SEED, folder);
        var log = folder.resolve("access.log");
        var expected = whole(log);
        assertThat(expected).hasSizeGreaterThan(10);

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
            assertSame(told(program), expected);
        }
    }

    /** Says what differs alone: all of it is more than anybody reads. */
    private static void assertSame(Map<String, Told> actual, Map<String, Told> expected) {
        var missing = new TreeMap<>(expected);
        missing.entrySet().removeAll(actual.entrySet());
        var extra = new TreeMap<>(actual);
        extra.entrySet().removeAll(expected.entrySet());
        assertThat(missing).as("missing, instead of it: %s", extra).isEmpty();
        assertThat(extra).as("doubled or too much").isEmpty();
    }

    private Map<String, Told> whole(Path log) throws Exception {
        try (var program = WatchingProcess.here(settings())) {
            WatchingProcess.open(program);
            WatchingProcess.send(program, log);
            WatchingProcess.settle(program);
            return told(program);
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

    /** Alerts that became a part of another one say nothing of their own. */
    private static Map<String, Told> told(ConfigurableApplicationContext program) {
        return WatchingProcess.alerts(program).stream()
                .filter(alert -> alert.phase().isOpen())
                .map(alert -> alert.finding())
                .collect(
                        toMap(
                                Finding::reference,
                                Told::by,
                                (one, other) -> {
                                    throw new AssertionError("doubled: " + one);
                                },
                                TreeMap::new));
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
