package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What servers log to syslog is watched, and only those who may send are listened to. */
@ApiTest
class SyslogIT {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final String PASSWORD = "changeit";
    private static final Path LOGGER = Path.of("/usr/bin/logger");

    private static Path folder;
    private static int plain;
    private static int secure;
    private static int forOthers;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    SyslogIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @DynamicPropertySource
    static void listeners(DynamicPropertyRegistry settings) throws Exception {
        folder = Files.createTempDirectory("syslog");
        plain = listener(settings, 0, "syslog-plain");
        secure = listener(settings, 1, "syslog-secure");
        forOthers = listener(settings, 2, "syslog-for-others");
        settings.add("cordon.syslog.listeners[1].tls", () -> "senders");
        settings.add("cordon.syslog.listeners[1].client-certificate", () -> true);
        settings.add("cordon.syslog.listeners[2].from", () -> "198.51.100.0/24");
        var keys = keys();
        for (var store : new String[] {"keystore", "truststore"}) {
            var bundle = "spring.ssl.bundle.jks.senders." + store + ".";
            settings.add(bundle + "location", () -> "file:" + keys);
            settings.add(bundle + "password", () -> PASSWORD);
            settings.add(bundle + "type", () -> "PKCS12");
        }
    }

    private static int listener(DynamicPropertyRegistry settings, int number, String source)
            throws IOException {
        var listener = "cordon.syslog.listeners[" + number + "].";
        try (var free = new ServerSocket(0)) {
            int port = free.getLocalPort();
            settings.add(listener + "source", () -> source);
            settings.add(listener + "port", () -> port);
            return port;
        }
    }

    @Test
    void whatTheLoggerOfTheSystemSendsIsWatched() throws Exception {
        assumeThat(LOGGER).as("the system has no logger to send with").isExecutable();
        var store = shop.open("syslog-plain");

        var sender =
                new ProcessBuilder(
                                LOGGER.toString(),
                                "--server=127.0.0.1",
                                "--port=" + plain,
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
        var store = shop.open("syslog-secure");

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
        try (var socket = new Socket("127.0.0.1", forOthers)) {
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
        return Files.write(folder.resolve("attack.log"), Shop.recordedAttack());
    }

    private static Socket socket(boolean shows) throws Exception {
        var keys =
                KeyStore.getInstance(folder.resolve("keys.p12").toFile(), PASSWORD.toCharArray());
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        var context = SSLContext.getInstance("TLS");
        context.init(
                shows ? own.getKeyManagers() : new KeyManager[0],
                trusted.getTrustManagers(),
                new SecureRandom());
        return context.getSocketFactory().createSocket("127.0.0.1", secure);
    }

    /** A key and its certificate, which is trusted; made by the JDK's own tool. */
    private static Path keys() throws Exception {
        var file = folder.resolve("keys.p12");
        var trust = folder.resolve("certificate.pem");
        var common = new String[] {"-keystore", file.toString(), "-storepass", PASSWORD};
        keytool(common, "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(common, "-exportcert", "-alias", "own", "-file", trust.toString());
        keytool(common, "-importcert", "-noprompt", "-alias", "trusted", "-file", trust.toString());
        return file;
    }

    private static void keytool(String[] common, String... words) throws Exception {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(words));
        command.addAll(List.of(common));
        var tool = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(tool.getInputStream().readAllBytes(), UTF_8);
        assertThat(tool.waitFor()).as(said).isZero();
    }
}
