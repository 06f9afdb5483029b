package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.JudgeSensors;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.CallerContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class SensorApiIT {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private final JudgeSensors sensors;
    private String adam = "";
    private String adele = "";

    SensorApiIT(Api api, Tokens tokens, Shop shop, TestClock clock, JudgeSensors sensors) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
        this.sensors = sensors;
    }

    @BeforeEach
    void aToken() {
        adam = tokens.of("sven", Role.ADMINISTRATOR);
        adele = tokens.of("selma", Role.AUDITOR);
    }

    @Test
    void aLogThatFallsSilentIsMarkedAndRaisesAnAlert() {
        var store = shop.open();
        assertThat(source(store).get("rhythmSeconds").asLong()).isEqualTo(3_600);
        plan(store, "{\"rhythmSeconds\":60,\"reason\":\"always busy\"}", 0);
        speak(store);
        var before = clock.instant();
        judge();
        clock.forward(Duration.ofSeconds(62));
        judge();

        assertThat(source(store).at("/blind/0").asString()).isEqualTo("SILENT");
        var span = blind(store, before).get(0);
        assertThat(span.has("until")).isFalse();
        var alert = get("/api/v1/alerts/" + span.get("alert").asString());
        assertThat(alert.get("status").asString()).isEqualTo("NEW");
        assertThat(alert.toString()).contains("Access log is silent").contains("fell silent");
    }

    @Test
    void whatIsExpectedIsSetWithItsReasonAndNobodyOverwritesIt() {
        var store = shop.open();
        var path = "/api/v1/sources/" + store.source();
        var seen = api.get(path).token(adam).send().header("ETag");
        var until = clock.instant().plus(Duration.ofHours(2));
        var wish =
                "{\"rhythmSeconds\":300,\"quietUntil\":\"%s\",\"reason\":\"moving house\"}"
                        .formatted(until);

        var set = api.put(path + "/rhythm").token(adam).seen(seen).json(wish).send();
        var again = api.put(path + "/rhythm").token(adam).seen(seen).json(wish).send();

        assertThat(set.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(412);
        assertThat(source(store).get("rhythmSeconds").asLong()).isEqualTo(300);
        assertThat(source(store).get("quietUntil").asString()).isEqualTo(until.toString());
    }

    @Test
    void aPlannedSilenceIsMarkedAndNoAlarm() {
        var store = shop.open();
        speak(store);
        var before = clock.instant();
        plan(
                store,
                "{\"rhythmSeconds\":60,\"quietUntil\":\"%s\",\"reason\":\"moving house\"}",
                180);
        judge();
        clock.forward(Duration.ofSeconds(62));
        judge();

        var span = blind(store, before).get(0);
        assertThat(span.get("why").asString()).isEqualTo("SILENT");
        assertThat(span.has("alert")).isFalse();
        assertThat(get("/api/v1/alerts?store=" + store.id()).get("items").size()).isZero();
    }

    @Test
    void onlyWhoManagesStoresSaysWhatIsExpectedAndNotBeyondReason() {
        var store = shop.open();
        var path = "/api/v1/sources/" + store.source() + "/rhythm";
        var wish = "{\"rhythmSeconds\":300,\"reason\":\"moving house\"}";

        assertThat(api.put(path).token(adele).seen("\"0\"").json(wish).send().status())
                .isEqualTo(403);
        for (var wrong : new String[] {"{\"rhythmSeconds\":300}", wish.replace("300", "1")}) {
            assertThat(api.put(path).token(adam).seen("\"0\"").json(wrong).send().status())
                    .as(wrong)
                    .isBetween(400, 422);
        }
        assertThat(
                        api.put("/api/v1/sources/no-such-log/rhythm")
                                .token(adam)
                                .seen("\"0\"")
                                .json(wish)
                                .send()
                                .status())
                .isEqualTo(404);
    }

    private void plan(Shop.InCare store, String wish, int minutes) {
        var path = "/api/v1/sources/" + store.source();
        var set =
                api.put(path + "/rhythm")
                        .token(adam)
                        .seen(api.get(path).token(adam).send().header("ETag"))
                        .json(wish.formatted(clock.instant().plus(Duration.ofMinutes(minutes))))
                        .send();
        assertThat(set.status()).isEqualTo(204);
    }

    private void judge() {
        CallerContext.runAs(AutomationPolicy.DETECTION, sensors::judge);
    }

    private void speak(Shop.InCare store) {
        var line =
                "192.0.2.7 - - [%s] \"GET /shop/ HTTP/1.1\" 200 512 \"-\" \"Mozilla/5.0\"\n"
                        .formatted(TIME.format(clock.instant()));
        var sent =
                api.post("/ingest/v1/" + store.source() + "/lines")
                        .token(adam)
                        .bytes("text/plain", line.getBytes(StandardCharsets.UTF_8))
                        .send();
        assertThat(sent.status()).isEqualTo(200);
        await().until(() -> source(store).at("/counts/understood").asLong() == 1);
    }

    private JsonNode source(Shop.InCare store) {
        return get("/api/v1/sources/" + store.source());
    }

    private JsonNode blind(Shop.InCare store, Instant since) {
        return get("/api/v1/sources/" + store.source() + "/blind-spans?since=" + since);
    }

    private JsonNode get(String path) {
        return api.get(path).token(adele).send().json();
    }
}
