package dev.cordon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.infra.database.StoppableDatabase;
import dev.cordon.infra.detection.ToldAlerts;
import dev.cordon.infra.detection.WatchingProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * PostgreSQL goes away for minutes while lines come in, and comes back: are the alerts those of the
 * same lines with a database all the time? Ends with 1 if not.
 *
 * <p>{@code outage [MINUTES AWAY [LINES A SECOND]]}
 */
final class OutageBenchmark {

    private static final long LINES_A_DAY = 1_000_000;
    private static final int SEED = 5;
    private static final Duration BEFORE = Duration.ofSeconds(30);
    private static final Duration AFTER = Duration.ofSeconds(30);

    private final Duration away;
    private final int pace;
    private final Path folder = Files.createTempDirectory("cordon-outage");
    private long sent;

    private OutageBenchmark(Duration away, int pace) throws IOException {
        this.away = away;
        this.pace = pace;
    }

    public static void main(String... args) throws Exception {
        int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int pace = args.length > 1 ? Integer.parseInt(args[1]) : 20_000;
        var isSame = new OutageBenchmark(Duration.ofMinutes(minutes), pace).run();
        System.exit(isSame ? 0 : 1);
    }

    private boolean run() throws Exception {
        ToldAlerts interrupted;
        try (var database = new StoppableDatabase(folder.resolve("stopped"));
                var lines = new DayAfterDay(LINES_A_DAY, SEED, folder);
                var program = WatchingProcess.here(database.settings())) {
            WatchingProcess.open(program);
            send(program, lines, BEFORE);
            int told = ToldAlerts.of(program).size();
            database.stop();
            long begun = sent;
            send(program, lines, away);
            say(
                    "PostgreSQL was away for %d s: %,d lines were taken, %,d before it, %d alerts",
                    away.toSeconds(), sent - begun, begun, told);
            database.comeBack();
            send(program, lines, AFTER);
            long back = System.nanoTime();
            awaitDatabase(program);
            WatchingProcess.settle(program);
            say(
                    "all was read and stored %.1f s after the last line",
                    (System.nanoTime() - back) / 1e9);
            interrupted = ToldAlerts.of(program);
        }
        return isSame(interrupted, inPeace());
    }

    /** The same lines, as fast as they are taken. */
    private ToldAlerts inPeace() throws Exception {
        try (var database = new StoppableDatabase(folder.resolve("whole"));
                var lines = new DayAfterDay(LINES_A_DAY, SEED, folder);
                var program = WatchingProcess.here(database.settings())) {
            WatchingProcess.open(program);
            for (long left = sent; left > 0; left -= pace) {
                var batch = batch(lines, (int) Math.min(left, pace));
                WatchingProcess.sendBatch(program, "batch " + left, batch);
            }
            WatchingProcess.settle(program);
            return ToldAlerts.of(program);
        }
    }

    private boolean isSame(ToldAlerts interrupted, ToldAlerts whole) {
        var missing = interrupted.missing(whole);
        var tooMuch = interrupted.tooMuch(whole);
        say(
                "alerts: %d with the outage, %d without: %d missing or different, %d too much",
                interrupted.size(), whole.size(), missing.size(), tooMuch.size());
        missing.forEach((reference, told) -> say("  missing %s %s", reference, told));
        tooMuch.forEach((reference, told) -> say("  too much %s %s", reference, told));
        return missing.isEmpty() && tooMuch.isEmpty() && whole.size() > 0;
    }

    /** A batch each second, for so long. */
    private void send(ConfigurableApplicationContext program, DayAfterDay lines, Duration span)
            throws Exception {
        long begun = System.nanoTime();
        for (long second = 1; second <= span.toSeconds(); second++) {
            WatchingProcess.sendBatch(program, "batch at " + sent, batch(lines, pace));
            sent += pace;
            long early = begun + TimeUnit.SECONDS.toNanos(second) - System.nanoTime();
            if (early > 0) {
                TimeUnit.NANOSECONDS.sleep(early);
            }
        }
    }

    private static byte[] batch(DayAfterDay lines, int count) throws IOException {
        var batch = new ByteArrayOutputStream(count * 200);
        for (int i = 0; i < count; i++) {
            batch.writeBytes((lines.next() + "\n").getBytes(US_ASCII));
        }
        return batch.toByteArray();
    }

    private static void awaitDatabase(ConfigurableApplicationContext program)
            throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                var unused = WatchingProcess.alerts(program);
                return;
            } catch (RuntimeException e) {
                if (tries == 120) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private static void say(String form, Object... facts) {
        System.out.printf(Locale.ROOT, "outage: " + form + "%n", facts);
    }
}
