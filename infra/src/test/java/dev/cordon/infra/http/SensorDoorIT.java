package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.JudgeSensors;
import dev.cordon.application.store.RemoveConnection;
import dev.cordon.application.store.SensorBatch;
import dev.cordon.application.store.StoreCredentials;
import dev.cordon.application.store.StoreQueries;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.SensorKey;
import dev.cordon.infra.security.CallerContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What a sensor plugin sends comes in by its signature, once, and what is missing is noticed. */
@ApiTest
class SensorDoorIT {

    private static final String RUN = "0123456789abcdef";
    private static final String OTHER_RUN = "fedcba9876543210";

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private final StoreCredentials credentials;
    private final StoreQueries stores;
    private final RemoveConnection remove;
    private final JudgeSensors sensors;
    private final TransactionTemplate transaction;
    private String adam = "";
    private StoreId store = new StoreId(new UUID(0, 0));

    SensorDoorIT(
            Api api,
            Tokens tokens,
            Shop shop,
            TestClock clock,
            StoreCredentials credentials,
            StoreQueries stores,
            RemoveConnection remove,
            JudgeSensors sensors,
            TransactionTemplate transaction) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
        this.credentials = credentials;
        this.stores = stores;
        this.remove = remove;
        this.sensors = sensors;
        this.transaction = transaction;
    }

    @BeforeEach
    void aStoreWithASensor() {
        clock.reset();
        adam = tokens.of("adam", Role.ADMINISTRATOR);
        store = shop.open().id();
        giveOut();
    }

    @Test
    void thePluginIsGivenOutToWhoManagesStoresAndItsSecretIsShownToNobody() {
        var answer = giveOut();
        var shown = api.get("/api/v1/stores/" + store).token(adam).send();
        var rita = tokens.of("rita", Role.RESPONDER);
        var refused =
                api.put("/api/v1/stores/" + store + "/sensor")
                        .token(rita)
                        .seen(shown.header("ETag"))
                        .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/zip");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(shown.http().body()).contains("sensor plugin").doesNotContain(key().secret());
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void whatIsSignedIsTakenOnceAndUnderstood() {
        var batch = new Sent(1);
        var first = batch.send();
        var again = batch.nonce("b").send();

        assertThat(first.status()).as(first.http().body()).isEqualTo(200);
        assertThat(first.json().path("takenBytes").asLong()).isPositive();
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("takenBytes").asLong()).isZero();
        await().untilAsserted(
                        () -> assertThat(source().at("/counts/understood").asLong()).isEqualTo(1));
    }

    @Test
    void whatIsNotSignedRightlyOrNotNowOrCameBeforeIsRefused() {
        var late = clock.instant().minusSeconds(301);
        assertThat(new Sent(1).at(late).send().problem()).isEqualTo("signature");
        assertThat(new Sent(1).at(clock.instant().plusSeconds(301)).send().status()).isEqualTo(401);
        assertThat(new Sent(1).secret("x".repeat(43)).send().status()).isEqualTo(401);
        assertThat(new Sent(1).otherBody("{\"events\":[]}").send().status()).isEqualTo(401);
        assertThat(new Sent(1).send().status()).isEqualTo(200);
        assertThat(new Sent(1).send().status()).isEqualTo(401);
        assertThat(new Sent(2).nonce("c").source("sensor-" + new UUID(0, 1)).send().status())
                .isEqualTo(404);
        assertThat(new Sent(2).nonce("NO HEX").send().status()).isBetween(400, 499);
    }

    @Test
    void aMissingBatchIsMarkedAndRaisesAnAlertOnce() {
        new Sent(1).nonce("1").send();
        clock.forward(Duration.ofSeconds(30));
        new Sent(4).nonce("2").send();
        judge();
        judge();

        var blind = blind();
        assertThat(blind).hasSize(1);
        assertThat(blind.get(0).at("/why").asString()).isEqualTo("GAP");
        assertThat(blind.get(0).has("until")).isTrue();
        assertThat(alerts()).contains("events of the sensor are missing");
    }

    @Test
    void numbersThatFollowEachOtherAreNoGap() {
        for (int i = 1; i <= 4; i++) {
            new Sent(i).nonce("" + i).send();
        }
        judge();

        assertThat(blind()).isEmpty();
    }

    @Test
    void aDatabaseThatWasPutBackAndAnInstallationAnewAreGaps() {
        new Sent(5).nonce("1").send();
        new Sent(3).nonce("2").event("login_succeeded").send();
        new Sent(1).nonce("3").run(OTHER_RUN).send();
        new Sent(2).nonce("4").run(OTHER_RUN).send();
        judge();

        assertThat(blind()).hasSize(2);
    }

    @Test
    void whatIsTooLargeOrNoEventIsRefused() {
        var large = "{\"events\":[\"" + "x".repeat(1 << 20) + "\"]}";
        assertThat(new Sent(1).body(large).send().status()).isEqualTo(413);
        assertThat(new Sent(1).nonce("2").body("no JSON").send().status()).isBetween(400, 499);
        assertThat(new Sent(1).nonce("3").send().status()).isEqualTo(200);
    }

    @Test
    void withoutItsKeyTheDoorIsGone() {
        var before = key().secret();
        var seen =
                tokens.as("adam", Role.ADMINISTRATOR, () -> stores.store(store).store().version());
        tokens.as(
                "adam",
                Role.ADMINISTRATOR,
                () -> {
                    remove.remove(new RemoveConnection.Command(store, seen, ConnectionKind.SENSOR));
                    return true;
                });

        assertThat(new Sent(1).secret(before).send().status()).isEqualTo(404);
    }

    /** A batch, as the plugin would send it. */
    private final class Sent {

        private final long sequence;
        private String run = RUN;
        private String nonce = "a";
        private Instant at = clock.instant();
        private String secret = "";
        private String source = SensorKey.door(store);
        private String body = event0("login_failed");
        private String sent = "";

        Sent(long sequence) {
            this.sequence = sequence;
        }

        Sent run(String other) {
            run = other;
            return this;
        }

        Sent nonce(String other) {
            nonce = other;
            return this;
        }

        Sent at(Instant other) {
            at = other;
            return this;
        }

        Sent secret(String other) {
            secret = other;
            return this;
        }

        Sent source(String other) {
            source = other;
            return this;
        }

        Sent body(String other) {
            body = other;
            return this;
        }

        Sent event(String activity) {
            return body(event0(activity));
        }

        /** Another one than was signed. */
        Sent otherBody(String other) {
            sent = other;
            return this;
        }

        private String event0(String activity) {
            return "{\"events\":[{\"time\":\"%s\",\"activity_name\":\"%s\",\"user\":{\"name\":\"ada\"}}]}"
                    .formatted(at, activity);
        }

        Api.Answer send() {
            var once = nonce.length() == 1 ? nonce.repeat(32) : nonce;
            var key = secret.isEmpty() ? key().secret() : secret;
            var seconds = at.getEpochSecond();
            var signature =
                    SensorBatch.sign(
                            key, source, run, sequence, seconds, once, body.getBytes(UTF_8));
            return api.post("/ingest/v1/" + source + "/sensor")
                    .header("Cordon-Run", run)
                    .header("Cordon-Sequence", Long.toString(sequence))
                    .header("Cordon-Timestamp", Long.toString(seconds))
                    .header("Cordon-Nonce", once)
                    .header("Cordon-Signature", signature)
                    .json(sent.isEmpty() ? body : sent)
                    .send();
        }
    }

    private Api.Answer giveOut() {
        var etag = api.get("/api/v1/stores/" + store).token(adam).send().header("ETag");
        return api.put("/api/v1/stores/" + store + "/sensor").token(adam).seen(etag).send();
    }

    private SensorKey key() {
        return Objects.requireNonNull(transaction.execute(_ -> credentials.of(store).sensor()));
    }

    private void judge() {
        CallerContext.callAs(
                AutomationPolicy.DETECTION,
                () -> {
                    sensors.judge();
                    return true;
                });
    }

    private JsonNode source() {
        return api.get("/api/v1/sources/" + SensorKey.door(store)).token(adam).send().json();
    }

    private JsonNode blind() {
        return api.get(
                        "/api/v1/sources/%s/blind-spans?since=%s"
                                .formatted(
                                        SensorKey.door(store),
                                        clock.instant().minus(Duration.ofDays(1))))
                .token(adam)
                .send()
                .json();
    }

    private String alerts() {
        return api.get("/api/v1/alerts?store=" + store).token(adam).send().http().body();
    }
}
