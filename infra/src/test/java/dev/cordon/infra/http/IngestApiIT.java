package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.domain.people.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class IngestApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String adam = "";

    IngestApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void aToken() {
        adam = tokens.of("adam", Role.ADMINISTRATOR);
    }

    @Test
    void anAttackInTheLinesIsOneAlertThatNamesAllAddresses() {
        var store = shop.open();

        shop.attacked(store);

        var alerts = api.get("/api/v1/alerts?store=" + store.id()).token(adam).send().json();
        assertThat(alerts.get("items").size()).isEqualTo(1);
        assertThat(alerts.at("/items/0/addresses").size()).isEqualTo(40);
    }

    @Test
    void linesComePackedOrPlain() throws IOException {
        var store = shop.open();

        var answer =
                lines(store, gzip(Shop.recordedAttack())).header("Content-Encoding", "gzip").send();

        assertThat(answer.status()).isEqualTo(200);
        await().until(() -> counted(store, "understood") > 100);
    }

    @Test
    void aBatchThatIsSentAgainIsTakenOnce() {
        var store = shop.open();

        var first = lines(store, Shop.recordedAttack()).key("batch-1").send();
        var second = lines(store, Shop.recordedAttack()).key("batch-1").send();

        assertThat(first.json().get("takenBytes").asLong()).isPositive();
        assertThat(second.json().get("takenBytes").asLong()).isZero();
        long bytes = first.json().get("takenBytes").asLong();
        await().until(() -> counted(store, "bytes") == bytes);
    }

    @Test
    void aBatchThatBreaksOffIsNotTakenAtAll() throws IOException {
        var store = shop.open();
        var whole = gzip(Shop.recordedAttack());

        var answer =
                lines(store, Arrays.copyOf(whole, whole.length / 2))
                        .header("Content-Encoding", "gzip")
                        .send();

        assertThat(answer.status()).isEqualTo(400);
        var source = api.get("/api/v1/sources/" + store.source()).token(adam).send().json();
        assertThat(source.get("backlogBytes").asInt()).isZero();
        assertThat(counted(store, "lines")).isZero();
    }

    @Test
    void aBombIsRefusedAndNothingOfItIsKept() throws IOException {
        var store = shop.open();
        var mebibyte = gzip(new byte[1 << 20]);
        var bomb = new ByteArrayOutputStream();
        for (int i = 0; i < 129; i++) {
            bomb.write(mebibyte);
        }

        var answer = lines(store, bomb.toByteArray()).header("Content-Encoding", "gzip").send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
        var source = api.get("/api/v1/sources/" + store.source()).token(adam).send().json();
        assertThat(source.get("backlogBytes").asInt()).isZero();
    }

    @Test
    void aPackingThatNobodyUnpacksIsRefused() {
        var answer =
                lines(shop.open(), Shop.recordedAttack()).header("Content-Encoding", "br").send();

        assertThat(answer.status()).isEqualTo(415);
    }

    @Test
    void linesOfALogThatNobodyAddedAreNotTaken() {
        for (var source : new String[] {"no-such-log", "UPPER"}) {
            assertThat(
                            api.post("/ingest/v1/" + source + "/lines")
                                    .token(adam)
                                    .bytes("text/plain", Shop.recordedAttack())
                                    .send()
                                    .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void anAddressThatLeadsOutIsNotUnderstood() {
        var answer =
                api.post("/ingest/v1/../lines").token(adam).bytes("text/plain", new byte[1]).send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("not-understood");
    }

    @Test
    void whoeverMayNotSendLinesSendsNone() {
        var store = shop.open();
        adam = tokens.of("rita", Role.RESPONDER);

        assertThat(lines(store, Shop.recordedAttack()).send().status()).isEqualTo(403);
    }

    private long counted(Shop.InCare store, String what) {
        var source = api.get("/api/v1/sources/" + store.source()).token(adam).send().json();
        return source.at("/counts/" + what).asLong();
    }

    private Api.Call lines(Shop.InCare store, byte[] lines) {
        return api.post("/ingest/v1/" + store.source() + "/lines")
                .token(adam)
                .bytes("text/plain", lines);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(content);
        }
        return out.toByteArray();
    }
}
