package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A sender's token opens one log's doors and nothing else. */
@ApiTest
class SourceTokenIT {

    private static final byte[] LINE =
            "198.51.100.7 - - [23/Nov/2026:08:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"\n"
                    .getBytes(UTF_8);

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private String adam = "";

    SourceTokenIT(Api api, Tokens tokens, Shop shop, TestClock clock) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
    }

    @BeforeEach
    void aToken() {
        clock.reset();
        adam = tokens.of("adam", Role.ADMINISTRATOR);
    }

    @Test
    void itsHolderSendsAndTheTokenSaysWhenItWasUsed() {
        var source = shop.open().source();
        var issued = issue(source, 30);
        assertThat(token(source).has("lastUsedAt")).isFalse();

        assertThat(send(source, issued.text("secret")).status()).isEqualTo(200);

        assertThat(issued.header("Cache-Control")).contains("no-store");
        assertThat(token(source).get("name").asString()).isEqualTo("fluent-bit");
        assertThat(token(source).has("lastUsedAt")).isTrue();
        assertThat(api.get(path(source)).token(adam).send().http().body())
                .doesNotContain(issued.text("secret"));
    }

    @Test
    void toItsHolderAnotherLogIsNotThere() {
        var own = shop.open().source();
        var other = shop.open().source();
        var secret = issue(own, 30).text("secret");

        assertThat(send(other, secret).status()).isEqualTo(404);
        assertThat(send("no-such-log", secret).status()).isEqualTo(404);
        assertThat(send(own, secret).status()).isEqualTo(200);
    }

    @Test
    void itOpensNothingThatPeopleUse() {
        var source = shop.open().source();
        var secret = issue(source, 30).text("secret");

        for (var path : new String[] {"/api/v1/alerts", "/api/v1/me", path(source)}) {
            assertThat(api.get(path).token(secret).send().status()).isEqualTo(401);
        }
        assertThat(
                        api.post(path(source))
                                .token(secret)
                                .json("{\"name\":\"more\",\"days\":1}")
                                .send()
                                .status())
                .isEqualTo(401);
    }

    @Test
    void revokedItEndsAtOnceAndStaysListed() {
        var source = shop.open().source();
        var issued = issue(source, 30);
        var token = path(source) + "/" + issued.text("id");

        assertThat(api.call("DELETE", token).token(adam).send().status()).isEqualTo(204);

        assertThat(send(source, issued.text("secret")).status()).isEqualTo(401);
        assertThat(token(source).get("revoked").asBoolean()).isTrue();
    }

    @Test
    void ofAnotherLogItIsNotRevokedHere() {
        var own = shop.open().source();
        var other = shop.open().source();
        var issued = issue(own, 30);

        var wrong = path(other) + "/" + issued.text("id");

        assertThat(api.call("DELETE", wrong).token(adam).send().status()).isEqualTo(404);
        assertThat(send(own, issued.text("secret")).status()).isEqualTo(200);
    }

    @Test
    void expiredItEnds() {
        var source = shop.open().source();
        var secret = issue(source, 1).text("secret");
        clock.forward(Duration.ofDays(1));

        assertThat(send(source, secret).status()).isEqualTo(401);
    }

    @Test
    void itLivesAYearAtMost() {
        var source = shop.open().source();

        assertThat(issue(source, 367).status()).isEqualTo(422);
        assertThat(issue(source, 0).status()).isEqualTo(422);
    }

    @Test
    void whoeverManagesNoStoresMakesNone() {
        var source = shop.open().source();
        var rita = tokens.of("rita", Role.RESPONDER);
        adam = rita;

        assertThat(issue(source, 30).status()).isEqualTo(403);
        assertThat(api.get(path(source)).token(rita).send().status()).isEqualTo(403);
    }

    @Test
    void whoeverManagesOtherStoresDoesNotSeeThisOne() {
        var mine = shop.open();
        var other = shop.open();
        adam =
                tokens.of(
                                "adam",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(mine.id())),
                                Role.ADMINISTRATOR)
                        .secret();

        assertThat(issue(other.source(), 30).status()).isEqualTo(404);
        assertThat(issue(mine.source(), 30).status()).isEqualTo(201);
    }

    @Test
    void whoSendsMoreThanIsAllowedWaitsAsLongAsIsSaid() {
        var source = shop.open().source();
        var secret = issue(source, 30).text("secret");
        limit(source, 1024, 2048);
        var batch = " ".repeat(8_192).getBytes(UTF_8);

        assertThat(send(source, secret, batch).status()).isEqualTo(200);
        var refused = send(source, secret, batch);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.problem()).isEqualTo("too-many");
        long seconds = Long.parseLong(refused.header("Retry-After"));
        assertThat(seconds).isBetween(1L, 6L);
        clock.forward(Duration.ofSeconds(seconds));
        assertThat(send(source, secret, batch).status()).isEqualTo(200);
    }

    @Test
    void aLimitIsChangedByWhoSawIt() {
        var source = shop.open().source();
        limit(source, 4096, 8192);
        var path = "/api/v1/sources/" + source + "/limit";

        var stale =
                api.put(path)
                        .token(adam)
                        .seen("\"99\"")
                        .json("{\"bytesPerSecond\":5000,\"burst\":5000}")
                        .send();

        assertThat(stale.status()).isEqualTo(412);
        var found = api.get(path).token(adam).send();
        assertThat(found.json().get("bytesPerSecond").asInt()).isEqualTo(4096);
        assertThat(
                        api.put(path)
                                .token(adam)
                                .seen(found.header("ETag"))
                                .json("{\"bytesPerSecond\":1,\"burst\":5000}")
                                .send()
                                .status())
                .isEqualTo(422);
    }

    private void limit(String source, long rate, long burst) {
        var path = "/api/v1/sources/" + source + "/limit";
        var seen = api.get(path).token(adam).send().header("ETag");
        assertThat(
                        api.put(path)
                                .token(adam)
                                .seen(seen)
                                .json("{\"bytesPerSecond\":%d,\"burst\":%d}".formatted(rate, burst))
                                .send()
                                .status())
                .isEqualTo(200);
    }

    private JsonNode token(String source) {
        return api.get(path(source)).token(adam).send().json().get(0);
    }

    private Api.Answer issue(String source, int days) {
        return api.post(path(source))
                .token(adam)
                .json("{\"name\":\"fluent-bit\",\"days\":%d}".formatted(days))
                .send();
    }

    private static String path(String source) {
        return "/api/v1/sources/" + source + "/tokens";
    }

    private Api.Answer send(String source, String secret) {
        return send(source, secret, LINE);
    }

    private Api.Answer send(String source, String secret, byte[] lines) {
        return api.post("/ingest/v1/" + source + "/lines")
                .token(secret)
                .bytes("text/plain", lines)
                .send();
    }
}
