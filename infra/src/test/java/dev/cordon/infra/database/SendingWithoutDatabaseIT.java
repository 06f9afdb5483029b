package dev.cordon.infra.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.detection.IssueSourceToken;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.PaymentSecrets;
import dev.cordon.application.detection.PaymentWebhooks.Delivery;
import dev.cordon.application.detection.SecretSeal;
import dev.cordon.application.detection.SensorDoors;
import dev.cordon.application.detection.SensorRefused;
import dev.cordon.application.detection.SourceDirectory;
import dev.cordon.application.detection.SourceTokens;
import dev.cordon.application.detection.TakePaymentWebhook;
import dev.cordon.application.detection.TakeSensorEvents;
import dev.cordon.application.detection.WebhookRefused;
import dev.cordon.application.store.SensorBatch;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.intake.PaymentSecret;
import dev.cordon.domain.detection.intake.SensorDoor;
import dev.cordon.domain.detection.intake.SourceToken;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.detection.WatchingProcess;
import dev.cordon.infra.detection.WatchingProgram;
import dev.cordon.infra.security.CallerContext;
import dev.cordon.infra.security.SourceTokenLogin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;

/** A sender with its source's token, or a signature, does not notice that PostgreSQL is away. */
class SendingWithoutDatabaseIT {

    private static final String SECRET = "cordon_source_of-the-test";
    private static final byte[] LINE =
            "192.0.2.7 - - [06/Oct/2026:06:00:00 +0000] \"GET / HTTP/1.1\" 200 5 \"-\" \"-\"\n"
                    .getBytes(UTF_8);

    private static final SourceId PAYMENTS = new SourceId("payments");
    private static final SourceId SENSOR = new SourceId("sensor-of-the-test");
    private static final String SENSOR_SECRET = "s".repeat(43);
    private static final String FORMER_SECRET = "f".repeat(43);
    private static final String SIGNED_WITH = "mollie_secret_1234567";
    private static final String PAID =
            "{\"resource\":\"event\",\"id\":\"event_1\",\"type\":\"payment-link.paid\"}";

    /** Of that body, by {@code openssl dgst -sha256 -hmac}. */
    private static final String SIGNATURE =
            "24004347fb988977218032f5be3c546090097a84cf8109c2690f3803f44a01cb";

    @TempDir private Path folder;

    @AfterEach
    void logOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void itsTokenIsAcceptedAndItsLinesAreKeptAndARevokedOneStaysRevoked() throws Exception {
        try (var database = new StoppableDatabase(folder.resolve("server"));
                var program = WatchingProcess.here(database.settings())) {
            WatchingProcess.open(program);
            issue(program, 1, SECRET);
            var revoked = issue(program, 2, SECRET + "-2");
            store(program, revoked.revoke(AutomationPolicy.DETECTION.actor(), now(program)));
            letMollieIn(program);
            letTheSensorIn(program);

            database.stop();

            var login = program.getBean(SourceTokenLogin.class);
            SecurityContextHolder.getContext().setAuthentication(login.login(SECRET).orElseThrow());
            var taken =
                    program.getBean(IngestLines.class)
                            .ingest(
                                    new IngestLines.Command(WatchingProcess.LOG, "one"),
                                    new ByteArrayInputStream(LINE));
            assertThat(taken.taken()).isEqualTo(LINE.length);
            assertThat(program.getBean(LogSpool.class).kept(WatchingProcess.LOG).to())
                    .isEqualTo(LINE.length);
            assertThat(login.login(SECRET + "-2")).isEmpty();
            assertThat(login.login(SECRET + "-3")).isEmpty();
            assertThat(webhook(program, SIGNATURE)).isPositive();
            assertThat(webhook(program, SIGNATURE)).isZero();
            assertThatThrownBy(() -> webhook(program, "00" + SIGNATURE.substring(2)))
                    .isInstanceOf(WebhookRefused.class);
            assertThat(sensor(program, 1, SENSOR_SECRET)).isPositive();
            assertThat(sensor(program, 2, FORMER_SECRET)).isPositive();
            assertThatThrownBy(() -> sensor(program, 3, "n".repeat(43)))
                    .isInstanceOf(SensorRefused.class);
        }
    }

    /** Also with the secret that is to be forgotten, which cannot be stored now. */
    private static long sensor(ConfigurableApplicationContext program, int number, String secret)
            throws IOException, SensorRefused {
        var at = now(program).getEpochSecond();
        var nonce = Integer.toString(number).repeat(32);
        var run = "0123456789abcdef";
        var body = ("{\"events\":[{\"n\":" + number + "}]}").getBytes(UTF_8);
        var signature = SensorBatch.sign(secret, SENSOR.value(), run, number, at, nonce, body);
        var batch = new SensorBatch(run, number, at, nonce, signature, body);
        return program.getBean(TakeSensorEvents.class)
                .take(
                        new TakeSensorEvents.Command(SENSOR, batch),
                        _ -> new ByteArrayInputStream(body))
                .taken();
    }

    private static void letTheSensorIn(ConfigurableApplicationContext program) {
        var id = new UUID(0, 10);
        var by = AutomationPolicy.DETECTION.actor();
        var store =
                program.getBean(SourceDirectory.class)
                        .find(WatchingProcess.LOG)
                        .orElseThrow()
                        .store();
        var source =
                new LogSource(
                        SENSOR, store, "Sensor", LogFormat.of("events"), ZoneOffset.UTC, Mode.LIVE);
        var seal = program.getBean(SecretSeal.class);
        var sealed = List.of(seal.seal(id, SENSOR_SECRET), seal.seal(id, FORMER_SECRET));
        step(
                program,
                () -> {
                    program.getBean(LogSources.class).save(LogSource.add(source, by, now(program)));
                    program.getBean(SensorDoors.class)
                            .save(
                                    SensorDoor.open(
                                            new SensorDoor(id, SENSOR, store, sealed),
                                            by,
                                            now(program)));
                });
    }

    /** What is sealed has to open although the keys of subjects lie in the database. */
    private static long webhook(ConfigurableApplicationContext program, String signature)
            throws IOException, WebhookRefused {
        var headers = Map.of("x-mollie-signature", List.of(signature));
        var delivery =
                new Delivery(PaymentProvider.MOLLIE, headers, PAID.getBytes(UTF_8), "192.0.2.1");
        return program.getBean(TakePaymentWebhook.class)
                .take(new TakePaymentWebhook.Command(PAYMENTS, delivery))
                .taken();
    }

    private static void letMollieIn(ConfigurableApplicationContext program) {
        var id = new UUID(0, 9);
        var by = AutomationPolicy.DETECTION.actor();
        var store =
                program.getBean(SourceDirectory.class)
                        .find(WatchingProcess.LOG)
                        .orElseThrow()
                        .store();
        var source =
                new LogSource(
                        PAYMENTS,
                        store,
                        "Payments",
                        LogFormat.of("events"),
                        ZoneOffset.UTC,
                        Mode.LIVE);
        var sealed = program.getBean(SecretSeal.class).seal(id, SIGNED_WITH);
        var secret =
                PaymentSecret.add(
                        id, PAYMENTS, PaymentProvider.MOLLIE, sealed, null, by, now(program));
        step(
                program,
                () -> {
                    program.getBean(LogSources.class).save(LogSource.add(source, by, now(program)));
                    program.getBean(PaymentSecrets.class).save(secret);
                });
    }

    private static void step(ConfigurableApplicationContext program, Runnable work) {
        var unused =
                CallerContext.callAs(
                        AutomationPolicy.DETECTION,
                        () ->
                                program.getBean(WatchingProgram.Step.class)
                                        .take(
                                                () -> {
                                                    work.run();
                                                    return true;
                                                }));
    }

    private static SourceToken issue(
            ConfigurableApplicationContext program, int number, String secret) {
        store(
                program,
                SourceToken.issue(
                        new UUID(0, number),
                        WatchingProcess.LOG,
                        "sender " + number,
                        IssueSourceToken.hashOf(secret),
                        AutomationPolicy.DETECTION.actor(),
                        now(program),
                        Duration.ofDays(1)));
        return CallerContext.callAs(
                AutomationPolicy.DETECTION,
                () ->
                        program.getBean(WatchingProgram.Step.class)
                                .take(
                                        () ->
                                                program.getBean(SourceTokens.class)
                                                        .find(new UUID(0, number))
                                                        .orElseThrow()));
    }

    private static void store(
            ConfigurableApplicationContext program, Transition<SourceToken> change) {
        step(program, () -> program.getBean(SourceTokens.class).save(change));
    }

    private static Instant now(ConfigurableApplicationContext program) {
        return program.getBean(InstantSource.class).instant();
    }
}
