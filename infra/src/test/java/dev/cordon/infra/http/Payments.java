package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.AddPaymentSecret;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.RemovePaymentSecret;
import dev.cordon.domain.detection.intake.PaymentProvider;
import dev.cordon.domain.detection.log.LogFormat;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.test.context.TestComponent;

/** Logs of payments, and what Stripe sends to them. */
@TestComponent
class Payments {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String EVENT =
            "{\"id\":\"evt_1\",\"object\":\"event\",\"created\":1795420800,"
                    + "\"type\":\"charge.failed\",\"data\":{\"object\":{\"id\":\"ch_1\"}}}";

    private final AddLogSource addLogSource;
    private final AddPaymentSecret addSecret;
    private final RemovePaymentSecret removeSecret;
    private final Tokens tokens;
    private final Api api;
    private final TestClock clock;

    Payments(
            AddLogSource addLogSource,
            AddPaymentSecret addSecret,
            RemovePaymentSecret removeSecret,
            Tokens tokens,
            Api api,
            TestClock clock) {
        this.addLogSource = addLogSource;
        this.addSecret = addSecret;
        this.removeSecret = removeSecret;
        this.tokens = tokens;
        this.api = api;
        this.clock = clock;
    }

    /** A new log of events, and its name. */
    String log(StoreId store) {
        var name = "payments-" + COUNT.incrementAndGet();
        var command =
                new AddLogSource.Command(
                        new SourceId(name),
                        store,
                        "Payments",
                        LogFormat.of("events"),
                        ZoneOffset.UTC,
                        Mode.LIVE);
        tokens.as("adam", Role.ADMINISTRATOR, () -> addLogSource.add(command));
        return name;
    }

    UUID add(String log, String secret) {
        var command =
                new AddPaymentSecret.Command(
                        new SourceId(log), PaymentProvider.STRIPE, secret, null);
        var outcome = tokens.as("adam", Role.ADMINISTRATOR, () -> addSecret.add(command));
        return ((AddPaymentSecret.Outcome.Added) outcome).id();
    }

    void remove(String log, UUID secret) {
        var command = new RemovePaymentSecret.Command(new SourceId(log), secret);
        tokens.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> {
                    removeSecret.remove(command);
                    return log;
                });
    }

    Api.Answer signed(String log, String secret) {
        return signed(log, secret, clock.instant());
    }

    Api.Answer signed(String log, String secret, Instant at) {
        return send(log, call -> call.header("Stripe-Signature", signature(secret, EVENT, at)));
    }

    /** The event, with whatever is shown. */
    Api.Answer send(String log, UnaryOperator<Api.Call> shown) {
        return shown.apply(api.post("/ingest/v1/" + log + "/webhooks/stripe")).json(EVENT).send();
    }

    long lines(LogSpool spool, String log) throws IOException {
        var source = new SourceId(log);
        try (var kept = spool.open(source, spool.kept(source))) {
            return new String(kept.readAllBytes(), UTF_8).lines().count();
        }
    }

    static String signature(String secret, String event, Instant at) {
        long time = at.getEpochSecond();
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(hmac(secret, time + "." + event));
    }

    static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
