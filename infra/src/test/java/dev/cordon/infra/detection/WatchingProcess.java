package dev.cordon.infra.detection;

import dev.cordon.application.detection.Alerts;
import dev.cordon.application.detection.CatchUpDetection;
import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.detection.LogSpool.SpoolFull;
import dev.cordon.application.detection.WakeDetection;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.infra.security.CallerContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The watching program, here or in a process of its own that can be killed without warning. Its
 * sender begins with the first batch each time, as one does that heard no answer.
 */
public final class WatchingProcess implements AutoCloseable {

    /** The log that is watched. */
    public static final SourceId LOG = new SourceId("fjord-access");

    /** Whose log it is. */
    public static final StoreId STORE = new StoreId(new UUID(0, 71));

    private static final Instant ADDED = Instant.parse("2026-10-01T00:00:00Z");
    private static final int BATCH = 20_000;

    private final Process process;

    private WatchingProcess(Process process) {
        this.process = process;
    }

    static WatchingProcess start(List<String> settings, Path log) throws IOException {
        var command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                WatchingProcess.class.getName(),
                                log.toString()));
        command.addAll(settings);
        return new WatchingProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** As {@code kill -9}: nothing is said good-bye to, nothing is cleaned up. */
    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the process survived");
        }
    }

    /** The same program, in this process. */
    public static ConfigurableApplicationContext here(List<String> settings) {
        var program = new SpringApplication(WatchingProgram.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        return program.run(settings.toArray(String[]::new));
    }

    /** Takes a store and its log into care. */
    public static void open(ConfigurableApplicationContext program) {
        var by = AutomationPolicy.DETECTION.actor();
        step(
                program,
                () -> {
                    program.getBean(Stores.class)
                            .save(
                                    Store.add(
                                            STORE,
                                            StoreFixtures.profile(),
                                            StoreAccess.NONE,
                                            by,
                                            ADDED));
                    return true;
                });
        var log =
                new LogSource(
                        LOG, STORE, "Access log", LogFormat.COMBINED, ZoneOffset.UTC, Mode.LIVE);
        step(
                program,
                () -> {
                    program.getBean(LogSources.class).save(LogSource.add(log, by, ADDED));
                    return true;
                });
    }

    /** Sends the log in named batches; while it is refused, again. */
    public static void send(ConfigurableApplicationContext program, Path log)
            throws IOException, InterruptedException {
        var bytes = Files.readAllBytes(log);
        for (int from = 0, number = 0; from < bytes.length; number++) {
            int to = Math.min(bytes.length, from + BATCH);
            while (to < bytes.length && bytes[to - 1] != '\n') {
                to++;
            }
            sendBatch(program, "batch " + number, Arrays.copyOfRange(bytes, from, to));
            from = to;
        }
    }

    /** Sends one batch; while it is refused, again. */
    public static void sendBatch(ConfigurableApplicationContext program, String name, byte[] lines)
            throws IOException, InterruptedException {
        while (!isTaken(program, name, new ByteArrayInputStream(lines))) {
            Thread.sleep(50);
        }
    }

    /** Detection reads all that came in and stores all it found, as after a quiet while. */
    public static void settle(ConfigurableApplicationContext program) {
        program.getBean(WatchingProgram.Time.class).leap(Duration.ofMinutes(5));
        catchUp(program);
    }

    /** Detection reads all that came in. */
    public static void catchUp(ConfigurableApplicationContext program) {
        var wake = program.getBean(WakeDetection.class);
        var detection = program.getBean(CatchUpDetection.class);
        boolean isDone =
                CallerContext.callAs(
                        AutomationPolicy.DETECTION,
                        () -> {
                            wake.wake();
                            return detection.catchUp(
                                    new CatchUpDetection.Command(STORE, Mode.LIVE));
                        });
        if (!isDone) {
            throw new IllegalStateException("detection is behind");
        }
    }

    /** All that were raised, however many pages they fill. */
    public static List<Alert> alerts(ConfigurableApplicationContext program) {
        var all = new ArrayList<Alert>();
        for (var next = Page.Request.first(Page.LONGEST); ; ) {
            var page = page(program, next);
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            next = new Page.Request(Page.LONGEST, page.next());
        }
    }

    private static Page<Alert> page(ConfigurableApplicationContext program, Page.Request request) {
        return step(
                program,
                () ->
                        program.getBean(Alerts.class)
                                .list(Alerts.Filter.EVERYTHING, StoreScope.ALL, request));
    }

    private static boolean isTaken(
            ConfigurableApplicationContext program, String name, ByteArrayInputStream lines)
            throws IOException {
        try {
            var unused =
                    CallerContext.callAs(
                            AutomationPolicy.DETECTION,
                            () ->
                                    program.getBean(IngestLines.class)
                                            .ingest(new IngestLines.Command(LOG, name), lines));
            return true;
        } catch (SpoolFull full) {
            return false;
        }
    }

    private static <T> T step(ConfigurableApplicationContext program, Supplier<T> step) {
        return CallerContext.callAs(
                AutomationPolicy.DETECTION,
                () -> program.getBean(WatchingProgram.Step.class).take(step));
    }

    public static void main(String... arguments) throws Exception {
        var settings = List.of(arguments).subList(1, arguments.length);
        send(here(settings), Path.of(arguments[0]));
        Thread.currentThread().join();
    }
}
