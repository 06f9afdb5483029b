package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import dev.cordon.domain.store.Capability;
import org.junit.jupiter.api.Test;

/** Stores and their connections, over HTTP. */
@ApiTest
class ConnectionsApiIT {

    private static final String SECRET = "cs_" + "b".repeat(40);
    private static final String KEY =
            """
            {"consumerKey": "ck_%s", "consumerSecret": "%s"}
            """
                    .formatted("a".repeat(33) + "1234567", SECRET);

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    ConnectionsApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void aKeyGoesInIsCheckedAndNeverComesOut() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var store = "/api/v1/stores/" + shop.open().id();

        var kept = api.put(store + "/connections/REST_KEY").token(adam).seen(tag(store)).json(KEY);
        assertThat(kept.send().status()).isEqualTo(204);

        var shown = api.get(store).token(adam).send();
        assertThat(shown.http().body()).contains("WooCommerce key …1234567").doesNotContain(SECRET);
        var check = api.post(store + "/check").token(adam).json("{}").send();
        assertThat(check.json().path("verdicts")).hasSize(Capability.values().length);
        var orders = check.json().path("verdicts").get(0);
        assertThat(orders.path("capability").asString()).isEqualTo("READ_ORDERS");
        assertThat(orders.path("answer").asString()).isEqualTo("UNKNOWN");
        assertThat(orders.path("ways").get(0).path("connection").asString()).isEqualTo("REST_KEY");
        assertThat(orders.path("missing").toString()).contains("SHELL");

        var gone = api.call("DELETE", store + "/connections/REST_KEY").token(adam).seen(tag(store));
        assertThat(gone.send().status()).isEqualTo(204);
        assertThat(api.get(store).token(adam).send().json().path("connections")).isEmpty();
    }

    @Test
    void whatOpensNothingIsRefusedWithASentence() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var store = "/api/v1/stores/" + shop.open().id();

        var answer =
                api.put(store + "/connections/EDGE")
                        .token(adam)
                        .seen(tag(store))
                        .json("{\"zone\": \"not a zone\", \"token\": \"x\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.http().body()).contains("32 digits");
    }

    @Test
    void whoeverDoesNotSetUpStoresChangesNoConnection() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = "/api/v1/stores/" + shop.open().id();

        var kept = api.put(store + "/connections/REST_KEY").token(rita).seen(tag(store)).json(KEY);

        assertThat(kept.send().status()).isEqualTo(403);
        assertThat(
                        api.post("/api/v1/host-keys")
                                .token(rita)
                                .json("{\"host\": \"127.0.0.1\"}")
                                .send()
                                .status())
                .isEqualTo(403);
    }

    @Test
    void aHostInAPrivateNetworkIsNotAskedForItsKey() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);

        var answer =
                api.post("/api/v1/host-keys").token(adam).json("{\"host\": \"10.0.0.1\"}").send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.http().body()).contains("private or reserved");
    }

    @Test
    void aStoreIsAddedPairedWithItsTwinAndPartedFromIt() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var staging = added(adam, wish("staging", "STAGING", null));
        var production = added(adam, wish("production", "PRODUCTION", staging));

        assertThat(api.get(production).token(adam).send().text("twin"))
                .isEqualTo(staging.substring(staging.lastIndexOf('/') + 1));

        var sells =
                api.put(staging)
                        .token(adam)
                        .seen(tag(staging))
                        .json(wish("staging", "PRODUCTION", null))
                        .send();

        assertThat(sells.status()).isEqualTo(204);
        assertThat(api.get(production).token(adam).send().json().has("twin")).isFalse();
    }

    @Test
    void aProductionStoreIsNobodysTwin() {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var other = added(adam, wish("one", "PRODUCTION", null));

        var answer =
                api.post("/api/v1/stores")
                        .token(adam)
                        .json(wish("two", "PRODUCTION", other))
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.http().body()).contains("staging store");
    }

    private String added(String token, String wish) {
        var answer = api.post("/api/v1/stores").token(token).json(wish).send();
        assertThat(answer.status()).isEqualTo(201);
        return "/api/v1/stores/" + answer.text("id");
    }

    private String wish(String name, String environment, String twin) {
        var id = twin == null ? "null" : '"' + twin.substring(twin.lastIndexOf('/') + 1) + '"';
        return """
               {"name": "%1$s", "url": "http://127.0.0.1:1/%1$s-%2$d", "environment": "%3$s",
                "zone": "Europe/Berlin", "language": "de", "contact": "privacy@shop.example",
                "twin": %4$s, "reason": "as it is"}
               """
                .formatted(name, System.identityHashCode(this), environment, id);
    }

    private String tag(String store) {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        return api.get(store).token(adam).send().header("ETag");
    }
}
