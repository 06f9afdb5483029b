package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.LogSpool;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What servers log to syslog is watched, and only those who may send are listened to. */
@ApiTest
class SyslogIT {

    private static final Path LOGGER = Path.of("/usr/bin/logger");

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final LogSpool spool;
    private final TestClock clock;

    SyslogIT(Api api, Tokens tokens, Shop shop, LogSpool spool, TestClock clock) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.spool = spool;
        this.clock = clock;
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void whatTheLoggerOfTheSystemSendsIsWatched() throws Exception {
        assumeThat(LOGGER).as("the system has no logger to send with").isExecutable();
        var store = shop.open(SyslogDoors.PLAIN.source());

        var sender =
                new ProcessBuilder(
                                LOGGER.toString(),
                                "--server=127.0.0.1",
                                "--port=" + SyslogDoors.PLAIN.port(),
                                "--tcp",
                                "--rfc5424",
                                "--size=16384",
                                "--file=" + attack())
                        .inheritIO()
                        .start();

        assertThat(sender.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(sender.exitValue()).isZero();
        awaitTheAttack(store);
    }

    @Test
    void overTlsWhoShowsACertificateIsListenedTo() throws Exception {
        var store = shop.open(SyslogDoors.SECURE.source());

        try (var socket = connected()) {
            for (var line : Files.readAllLines(attack())) {
                var message = ("<190>Nov 23 08:00:00 web nginx: " + line).getBytes(UTF_8);
                socket.getOutputStream().write((message.length + " ").getBytes(UTF_8));
                socket.getOutputStream().write(message);
            }
        }

        awaitTheAttack(store);
    }

    @Test
    void overTlsNobodyIsListenedToWithoutACertificateThatIsTrustedAndValidNow() throws Exception {
        var store = shop.open(SyslogDoors.GUARDED.source());

        for (var sender : SyslogSenders.values()) {
            if (sender != SyslogSenders.VALID) {
                assertThat(isListenedTo(sender)).as("%s", sender).isFalse();
            }
        }

        assertThat(kept(store)).isZero();
        assertThat(isListenedTo(SyslogSenders.VALID)).isTrue();
        await().until(() -> kept(store) == "of VALID\n".length());
    }

    @Test
    void fromAnotherNetworkNothingIsRead() throws Exception {
        var store = shop.open(SyslogDoors.FOR_OTHERS.source());
        try (var socket = new Socket("127.0.0.1", SyslogDoors.FOR_OTHERS.port())) {
            socket.setSoTimeout(60_000);

            assertThat(isEnded(socket)).isTrue();
        }

        assertThat(kept(store)).isZero();
    }

    @Test
    void whoSendsMoreThanTheLogMayIsReadMoreSlowlyAndLosesNothing() throws Exception {
        var store = shop.open(SyslogDoors.SLOW.source());
        shop.limit(store, 1024, 1024);
        var lines = "<190>Nov 23 08:00:00 web nginx: %s\n".formatted("x".repeat(40)).repeat(60_000);
        long expected = 60_000 * 41L;

        var sender = Thread.startVirtualThread(() -> send(lines));
        await().until(() -> kept(store) > 0);
        await().during(Duration.ofSeconds(2)).until(() -> kept(store) < expected / 2);

        await().until(
                        () -> {
                            clock.forward(Duration.ofMinutes(10));
                            return kept(store) == expected;
                        });
        sender.join();
    }

    private static void send(String lines) {
        try (var socket = new Socket("127.0.0.1", SyslogDoors.SLOW.port())) {
            socket.getOutputStream().write(lines.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the server goes on listening after the first line. */
    private static boolean isListenedTo(SyslogSenders sender) throws Exception {
        try (var socket =
                (SSLSocket)
                        sender.context()
                                .getSocketFactory()
                                .createSocket("127.0.0.1", SyslogDoors.GUARDED.port())) {
            socket.setSoTimeout(60_000);
            socket.startHandshake();
            socket.setSoTimeout(sender == SyslogSenders.VALID ? 1_000 : 60_000);
            socket.getOutputStream().write(("<13>of " + sender + "\n").getBytes(UTF_8));
            return !isEnded(socket);
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isEnded(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        }
    }

    private long kept(Shop.InCare store) throws IOException {
        return spool.kept(new SourceId(store.source())).to();
    }

    private void awaitTheAttack(Shop.InCare store) {
        var alerts =
                api.get("/api/v1/alerts?store=" + store.id())
                        .token(tokens.of("adam", Role.ADMINISTRATOR));
        await().until(() -> alerts.send().json().at("/items/0/addresses").size() == 40);
    }

    private static Path attack() throws IOException {
        return Files.write(SyslogDoors.FOLDER.resolve("attack.log"), Shop.recordedAttack());
    }

    private static Socket connected() throws Exception {
        return SyslogSenders.VALID
                .context()
                .getSocketFactory()
                .createSocket("127.0.0.1", SyslogDoors.SECURE.port());
    }
}
