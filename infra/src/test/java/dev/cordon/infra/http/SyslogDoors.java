package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.infra.bootstrap.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The doors for syslog of the server under test, and the certificate of whoever may use one. */
final class SyslogDoors implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String PASSWORD = "changeit";
    static final Path FOLDER = folder();
    static final Path KEYS = keys();
    static final Door PLAIN = Door.of("syslog-plain");
    static final Door SECURE = Door.of("syslog-secure");
    static final Door FOR_OTHERS = Door.of("syslog-for-others");
    static final Door RSYSLOG = Door.of("syslog-from-rsyslog");

    /** For senders with a certificate, and with no lines but theirs. */
    static final Door GUARDED = Door.of("syslog-guarded");

    static final Door SLOW = Door.of("syslog-slow");

    /**
     * @param source the log source that it belongs to
     */
    record Door(String source, int port) {

        private static Door of(String source) {
            return new Door(source, FreePort.next());
        }

        private List<String> settings(int number) {
            var listener = "cordon.syslog.listeners[" + number + "].";
            return List.of(listener + "source=" + source, listener + "port=" + port);
        }
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var settings = new ArrayList<String>();
        settings.addAll(PLAIN.settings(0));
        settings.addAll(SECURE.settings(1));
        settings.addAll(FOR_OTHERS.settings(2));
        settings.addAll(RSYSLOG.settings(3));
        settings.addAll(GUARDED.settings(4));
        settings.addAll(SLOW.settings(5));
        settings.add("cordon.syslog.listeners[1].tls=senders");
        settings.add("cordon.syslog.listeners[1].client-certificate=true");
        settings.add("cordon.syslog.listeners[2].from=198.51.100.0/24");
        settings.add("cordon.syslog.listeners[4].tls=senders");
        settings.add("cordon.syslog.listeners[4].client-certificate=true");
        for (var store : List.of("keystore", "truststore")) {
            var bundle = "spring.ssl.bundle.jks.senders." + store + ".";
            settings.add(bundle + "location=file:" + KEYS);
            settings.add(bundle + "password=" + PASSWORD);
            settings.add(bundle + "type=PKCS12");
        }
        TestPropertyValues.of(settings).applyTo(context);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("syslog");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key and its certificate, which is trusted; made by the JDK's own tool. */
    private static Path keys() {
        var file = FOLDER.resolve("keys.p12");
        var trust = FOLDER.resolve("certificate.pem").toString();
        keytool(file, "-genkeypair", "-alias", "own", "-keyalg", "EC", "-dname", "CN=localhost");
        keytool(file, "-exportcert", "-alias", "own", "-file", trust);
        keytool(file, "-importcert", "-noprompt", "-alias", "trusted", "-file", trust);
        SyslogSenders.trustIn(file);
        return file;
    }

    private static void keytool(Path file, String... words) {
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command =
                Stream.of(
                                Stream.of(tool),
                                Stream.of(words),
                                Stream.of("-keystore", file.toString(), "-storepass", PASSWORD))
                        .flatMap(each -> each)
                        .toList();
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
