package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Events as log shippers send them. */
@ApiTest
class IngestEventsIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String adam = "";

    IngestEventsIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void aToken() {
        adam = tokens.of("adam", Role.ADMINISTRATOR);
    }

    @Test
    void anAttackThatFluentBitReadsFromTheAccessLogIsAnAlert() throws IOException {
        var store = shop.open();
        var events =
                new String(Shop.recordedAttack(), UTF_8)
                        .lines()
                        .map(line -> "{\"date\":1.0,\"log\":" + quoted(line) + "}")
                        .collect(Collectors.joining(",", "[", "]"));

        var answer =
                events(store, gzip(events.getBytes(UTF_8)))
                        .header("Content-Encoding", "gzip")
                        .send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("takenBytes").asInt()).isGreaterThan(10_000);
        var alerts = api.get("/api/v1/alerts?store=" + store.id()).token(adam);
        await().until(() -> alerts.send().json().at("/items/0/addresses").size() == 40);
    }

    @Test
    void aBatchThatIsSentAgainIsTakenOnce() {
        var store = shop.open();
        var event = "{\"message\":\"one line\"}\n".getBytes(UTF_8);

        assertThat(events(store, event).key("b-1").send().json().get("takenBytes").asInt())
                .isEqualTo("one line\n".length());
        assertThat(events(store, event).key("b-1").send().json().get("takenBytes").asInt())
                .isZero();
    }

    @Test
    void whatIsNoEventInTheMiddleMakesNothingOfIt() {
        var store = shop.open();
        var broken = "[{\"log\":\"a line\"},{\"log\":\"another\"},{\"lo".getBytes(UTF_8);

        var answer = events(store, broken).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("event 3").contains("Nothing was kept");
        var source = api.get("/api/v1/sources/" + store.source()).token(adam).send().json();
        assertThat(source.has("lastReceivedAt")).isFalse();
    }

    @Test
    void withoutATokenThatCountsNothingIsRead() {
        var own = shop.open();
        var foreign = shop.open();
        var path = "/api/v1/sources/" + foreign.source() + "/tokens";
        var secret =
                api.post(path)
                        .token(adam)
                        .json("{\"name\":\"vector\",\"days\":1}")
                        .send()
                        .text("secret");
        var event = "{\"message\":\"one line\"}".getBytes(UTF_8);
        var url = "/ingest/v1/" + own.source() + "/events";

        assertThat(api.post(url).bytes("application/json", event).send().status()).isEqualTo(401);
        adam = "cordon_source_wrong";
        assertThat(events(own, event).send().status()).isEqualTo(401);
        adam = secret;
        assertThat(events(own, event).send().status()).isEqualTo(404);
        assertThat(events(foreign, event).send().status()).isEqualTo(200);
    }

    private Api.Call events(Shop.InCare store, byte[] events) {
        return api.post("/ingest/v1/" + store.source() + "/events")
                .token(adam)
                .bytes("application/json", events);
    }

    private static String quoted(String line) {
        return JsonMapper.shared().writeValueAsString(line);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }
}
