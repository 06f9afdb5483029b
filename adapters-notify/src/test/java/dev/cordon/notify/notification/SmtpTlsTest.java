package dev.cordon.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.util.DummySSLServerSocketFactory;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.application.notification.DeliveryResult.Accepted;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.notify.notification.SmtpSettings.Security;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mail under TLS, to a server whose certificate names {@code localhost}. */
class SmtpTlsTest {

    private static final String PASSWORD = "changeit";

    @TempDir static Path folder;

    private static KeyStore keys;
    private static GreenMail mail;
    private static SSLContext platform;

    @BeforeAll
    static void start() throws Exception {
        platform = SSLContext.getDefault();
        var file = folder.resolve("server.p12");
        makeKeys(file);
        keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        System.setProperty(
                DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY, file.toString());
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        mail.start();
    }

    @AfterAll
    static void stop() {
        mail.stop();
        System.clearProperty(DummySSLServerSocketFactory.GREENMAIL_KEYSTORE_FILE_PROPERTY);
    }

    @AfterEach
    void trustAsBefore() {
        SSLContext.setDefault(platform);
    }

    @Test
    void mailTravelsInsideTls() throws Exception {
        SSLContext.setDefault(trustingTheServer());

        var result = sendTo("localhost");

        assertThat(result).isInstanceOf(Accepted.class);
    }

    @Test
    void certificateThatNobodyVouchesForIsNotTrusted() {
        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> sendTo("localhost"))
                .withMessageContaining("certification path");
    }

    @Test
    void certificateOfAnotherNameIsNotTrusted() throws Exception {
        SSLContext.setDefault(trustingTheServer());

        assertThatExceptionOfType(Unavailable.class)
                .isThrownBy(() -> sendTo("127.0.0.1"))
                .withMessageContaining("127.0.0.1");
    }

    private static DeliveryResult sendTo(String host) throws Unavailable {
        var settings =
                new SmtpSettings(
                        host,
                        mail.getSmtps().getPort(),
                        Security.TLS,
                        "",
                        "",
                        "notices@shop.example",
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(20),
                        false);
        try (var connection = new SmtpChannel(settings, Messages.NOON).open()) {
            return connection.send(Messages.to("eva@mail.example"));
        }
    }

    private static void makeKeys(Path file) throws Exception {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made =
                new ProcessBuilder(
                                keytool.toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "server",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start()
                        .waitFor();
        assertThat(made).isZero();
        assertThat(Files.size(file)).isPositive();
    }

    private static SSLContext trustingTheServer() throws Exception {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), new SecureRandom());
        return context;
    }
}
