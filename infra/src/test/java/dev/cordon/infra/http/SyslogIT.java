package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** What servers log to syslog is watched, and only those who may send are listened to. */
@ApiTest
class SyslogIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Path LOGGER = Path.of("/usr/bin/logger");

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    SyslogIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
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

        assertThat(sender.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(sender.exitValue()).isZero();
        awaitTheAttack(store);
    }

    @Test
    void overTlsWhoShowsACertificateIsListenedTo() throws Exception {
        var store = shop.open(SyslogDoors.SECURE.source());

        try (var socket = socket(true)) {
            for (var line : Files.readAllLines(attack())) {
                var message = ("<190>Nov 23 08:00:00 web nginx: " + line).getBytes(UTF_8);
                socket.getOutputStream().write((message.length + " ").getBytes(UTF_8));
                socket.getOutputStream().write(message);
            }
        }

        awaitTheAttack(store);
    }

    @Test
    void overTlsWhoShowsNoneIsNot() {
        assertThatThrownBy(
                        () -> {
                            try (var socket = socket(false)) {
                                socket.getOutputStream().write("<13>x\n".getBytes(UTF_8));
                                assertThat(socket.getInputStream().read()).isEqualTo(-1);
                                throw new IOException("the connection was ended");
                            }
                        })
                .isInstanceOf(IOException.class);
    }

    @Test
    void fromAnotherNetworkNothingIsRead() throws Exception {
        try (var socket = new Socket("127.0.0.1", SyslogDoors.FOR_OTHERS.port())) {
            socket.setSoTimeout(20_000);

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    private void awaitTheAttack(Shop.InCare store) {
        var alerts =
                api.get("/api/v1/alerts?store=" + store.id())
                        .token(tokens.of("adam", Role.ADMINISTRATOR));
        await().atMost(SOON)
                .until(() -> alerts.send().json().at("/items/0/addresses").size() == 40);
    }

    private static Path attack() throws IOException {
        return Files.write(SyslogDoors.FOLDER.resolve("attack.log"), Shop.recordedAttack());
    }

    private static Socket socket(boolean shows) throws Exception {
        var keys =
                KeyStore.getInstance(SyslogDoors.KEYS.toFile(), SyslogDoors.PASSWORD.toCharArray());
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SyslogDoors.PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(
                shows ? own.getKeyManagers() : new KeyManager[0],
                trusted.getTrustManagers(),
                new SecureRandom());
        return context.getSocketFactory().createSocket("127.0.0.1", SyslogDoors.SECURE.port());
    }
}
