package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.Traffics;
import dev.cordon.bench.traffic.Traffic;
import dev.cordon.domain.detection.log.TrafficStep;
import dev.cordon.infra.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The program is killed while lines come in, started again, killed again: a real {@code kill -9} of
 * a process of its own, on a real spool and a real database. Its spool is so small that it fills.
 */
class IntakeKilledIT {

    private static final int LINES = 60_000;
    private static final long SEED = 7;
    private static final int KILLS = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(180);

    private static final Instant FAR = Instant.parse("2030-01-01T00:00:00Z");
    private static final Pattern LINE =
            Pattern.compile("[^\\[]*\\[([^]]+)] \"(?:[^\"\\\\]|\\\\.)*\" (\\d{3}) ");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    @TempDir Path folder;

    /** What a minute of the log holds. */
    private record Minute(long lines, long bytes, long refused, long failed) {
        Minute plus(Minute other) {
            return new Minute(
                    lines + other.lines,
                    bytes + other.bytes,
                    refused + other.refused,
                    failed + other.failed);
        }
    }

    @Test
    void alertsAndNumbersAreThoseOfTheSameLogReadWithoutAKill() throws Exception {
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
            assertThat(counted(program)).isEqualTo(inFile(log));
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

    /** What was stored of each minute. */
    private static Map<Instant, Minute> counted(ConfigurableApplicationContext program) {
        var minutes = new TreeMap<Instant, Minute>();
        program.getBean(Traffics.class)
                .between(WatchingProcess.LOG, TrafficStep.MINUTE, Instant.EPOCH, FAR)
                .forEach(
                        part ->
                                minutes.put(
                                        part.from(),
                                        new Minute(
                                                part.counts().lines(),
                                                part.counts().bytes(),
                                                part.counts().refused(),
                                                part.counts().failed())));
        return minutes;
    }

    /** The same, by nothing but the lines. */
    private static Map<Instant, Minute> inFile(Path log) throws IOException {
        var minutes = new TreeMap<Instant, Minute>();
        for (var text : Files.readAllLines(log, ISO_8859_1)) {
            var line = LINE.matcher(text);
            assertThat(line.lookingAt()).as(text).isTrue();
            var at = OffsetDateTime.parse(line.group(1), TIME).toInstant();
            char status = line.group(2).charAt(0);
            minutes.merge(
                    at.truncatedTo(ChronoUnit.MINUTES),
                    new Minute(1, text.length() + 1, status == '4' ? 1 : 0, status == '5' ? 1 : 0),
                    Minute::plus);
        }
        return minutes;
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
