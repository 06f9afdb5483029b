package dev.cordon.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.infra.bootstrap.CordonServer;
import dev.cordon.infra.detection.WatchingProcess;
import dev.cordon.infra.detection.WatchingProgram;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Lines a second into the running server, for minutes: over a socket as syslog, into the spool,
 * through detection, with alerts stored in a PostgreSQL of its own; sender, server and database
 * share this machine. Now and then somebody guesses passwords: how long until his alert is stored.
 *
 * <p>{@code intake [MINUTES [LINES A SECOND]]}
 */
final class IntakeBenchmark {

    private static final long LOG = 1_000_000;
    private static final int SEED = 3;
    private static final Duration MARKED_EVERY = Duration.ofSeconds(20);
    private static final int GUESSES = 30;
    private static final int TOGETHER = 500;
    private static final long LIMIT_MILLIS = 2000;
    private static final long NEVER = Long.MAX_VALUE;

    private final Duration span;
    private final int pace;
    private final int port = freePort();
    private final Path folder = Files.createTempDirectory("cordon-bench");
    private final List<Long> latencies = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> watching = new ArrayList<>();
    private long sent;
    private final List<Long> heaps = new ArrayList<>();
    private int marks;

    private IntakeBenchmark(Duration span, int pace) throws IOException {
        this.span = span;
        this.pace = pace;
    }

    public static void main(String... args) throws Exception {
        int minutes = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        int pace = args.length > 1 ? Integer.parseInt(args[1]) : 50_000;
        boolean isGood = new IntakeBenchmark(Duration.ofMinutes(minutes), pace).run();
        System.exit(isGood ? 0 : 1);
    }

    private boolean run() throws Exception {
        var server = new SpringApplication(CordonServer.class, WatchingProgram.Step.class);
        server.setAdditionalProfiles("run");
        try (var program = server.run(settings())) {
            WatchingProcess.open(program);
            long begun = System.nanoTime();
            send(program, begun);
            double sending = since(begun);
            WatchingProcess.catchUp(program);
            double whole = since(begun);
            for (var each : watching) {
                each.join();
            }
            return judge(sending, whole);
        }
    }

    private String[] settings() {
        return new String[] {
            "--cordon.data=" + folder.resolve("data"),
            "--cordon.oidc.issuer=http://127.0.0.1:1/realms/cordon",
            "--cordon.oidc.client-secret=unused",
            "--cordon.oidc.directory-secret=unused",
            "--cordon.syslog.listeners[0].source=" + WatchingProcess.LOG,
            "--cordon.syslog.listeners[0].port=" + port,
            "--server.port=0",
            "--vaadin.productionMode=true",
            "--logging.level.root=warn"
        };
    }

    /** Never faster than the pace; slower where the server holds back. */
    private void send(ConfigurableApplicationContext program, long begun) throws Exception {
        try (var socket = new Socket("127.0.0.1", port);
                var out = new BufferedOutputStream(socket.getOutputStream(), 1 << 18);
                var lines = new DayAfterDay(LOG, SEED, folder)) {
            long marked = begun;
            long told = begun;
            while (isGoingOn(begun)) {
                var line = lines.next();
                frame(out, line);
                if (sent % TOGETHER == 0) {
                    keepPace(begun);
                    if (passed(marked).compareTo(MARKED_EVERY) > 0) {
                        marked = System.nanoTime();
                        guess(program, out, line);
                    }
                    if (passed(told).toMinutes() > 0) {
                        told = System.nanoTime();
                        tell(begun);
                    }
                }
            }
        }
    }

    private boolean isGoingOn(long begun) {
        return passed(begun).compareTo(span) < 0;
    }

    /** One message of RFC 5424, with its length before it as in RFC 6587, section 3.4.1. */
    private void frame(OutputStream out, String line) throws IOException {
        var message = ("<134>1 - shop nginx - - - " + line).getBytes(US_ASCII);
        out.write((message.length + " ").getBytes(US_ASCII));
        out.write(message);
        sent++;
    }

    private void keepPace(long begun) throws InterruptedException {
        long due = begun + sent * 1_000_000_000L / pace;
        long early = due - System.nanoTime();
        if (early > 0) {
            TimeUnit.NANOSECONDS.sleep(early);
        }
    }

    private void guess(ConfigurableApplicationContext program, OutputStream out, String like)
            throws IOException {
        var address = "203.0.113." + ++marks;
        var time = like.substring(like.indexOf('['), like.indexOf(']') + 1);
        for (int i = 0; i < GUESSES; i++) {
            frame(
                    out,
                    "%s - - %s \"POST /wp-login.php HTTP/1.1\" 200 9 \"-\" \"x\""
                            .formatted(address, time));
        }
        out.flush();
        long at = System.nanoTime();
        var database = program.getBean(DataSource.class);
        watching.add(Thread.ofVirtual().start(() -> awaitAlert(database, address, at)));
    }

    private void awaitAlert(DataSource database, String address, long since) {
        try {
            while (!isStored(database, address)) {
                if (passed(since).toMinutes() > 2) {
                    latencies.add(NEVER);
                    return;
                }
                Thread.sleep(50);
            }
            latencies.add(passed(since).toMillis());
        } catch (SQLException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isStored(DataSource database, String address) throws SQLException {
        try (var connection = database.getConnection();
                var query =
                        connection.prepareStatement(
                                "select 1 from alert_address where address = ?::inet limit 1")) {
            query.setString(1, address);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        }
    }

    private void tell(long begun) {
        long heap = 0;
        for (var pool : ManagementFactory.getMemoryPoolMXBeans()) {
            var kept = pool.getCollectionUsage();
            heap += kept == null ? 0 : kept.getUsed();
        }
        heaps.add(heap);
        System.out.printf(
                Locale.ROOT,
                "%4.0f s: %,.0f lines/s, %d MiB kept after collection%n",
                since(begun),
                sent / since(begun),
                heap >> 20);
    }

    private boolean judge(double sending, double whole) {
        var sorted = latencies.stream().sorted().toList();
        boolean isFast = sent / whole >= 0.98 * pace;
        boolean isSoon = sorted.isEmpty() || sorted.getLast() <= LIMIT_MILLIS;
        boolean isFlat = heaps.isEmpty() || heaps.getLast() <= 1.25 * heaps.getFirst();
        System.out.printf(
                Locale.ROOT,
                """
                intake: %,.0f lines/s sent for %.0f s, all read and stored %.1f s later: %,.0f lines/s: %s
                alert stored after its line: median %d ms, worst of %d %s ms (limit %d ms): %s
                memory: %s
                """,
                sent / sending,
                sending,
                whole - sending,
                sent / whole,
                isFast ? "in time" : "TOO SLOW",
                sorted.isEmpty() ? -1 : sorted.get(sorted.size() / 2),
                sorted.size(),
                sorted.isEmpty() || sorted.getLast() == NEVER ? "never" : sorted.getLast(),
                LIMIT_MILLIS,
                isSoon ? "in time" : "TOO LATE",
                isFlat ? "flat" : "IT GREW");
        return isFast && isSoon && isFlat;
    }

    private static Duration passed(long since) {
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private static double since(long begun) {
        return passed(begun).toNanos() / 1e9;
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
