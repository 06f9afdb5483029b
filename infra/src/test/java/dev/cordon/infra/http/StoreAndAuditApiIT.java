package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import org.junit.jupiter.api.Test;

@ApiTest
class StoreAndAuditApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    StoreAndAuditApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void storesAreListedAndShown() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open();

        var list = api.get("/api/v1/stores").token(rita).send();
        var one = api.get("/api/v1/stores/" + store.id()).token(rita).send();

        assertThat(list.json().toString()).contains(store.id().toString());
        assertThat(one.text("contact")).isEqualTo("privacy@shop.example");
        assertThat(one.header("ETag")).isNotEmpty();
    }

    @Test
    void aCheckSaysOfEachCapabilityWhetherTheKeysAllowIt() {
        var store = shop.open();

        var report =
                api.post("/api/v1/stores/" + store.id() + "/check")
                        .token(tokens.of("adam", Role.ADMINISTRATOR))
                        .send();

        assertThat(report.status()).isEqualTo(200);
        assertThat(report.json().get("verdicts").valueStream())
                .isNotEmpty()
                .allMatch(verdict -> !verdict.get("answer").asString().equals("ALLOWED"))
                .allMatch(verdict -> !verdict.get("whatToDo").asString().isBlank());
    }

    @Test
    void whoeverDoesNotSetUpStoresChecksNone() {
        var store = shop.open();

        var answer =
                api.post("/api/v1/stores/" + store.id() + "/check")
                        .token(tokens.of("rita", Role.RESPONDER))
                        .send();

        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void theAuditorReadsWhoDidWhatAndThroughWhat() {
        var incident = shop.incident(shop.open());
        var amira = tokens.of("amira", Role.AUDITOR);

        var list =
                api.get("/api/v1/audit/revisions?actor=rita&useCase=EscalateAlert&limit=5")
                        .token(amira)
                        .send();
        var history = api.get("/api/v1/incidents/" + incident + "/history").token(amira).send();

        assertThat(list.json().get("items").valueStream())
                .isNotEmpty()
                .allMatch(revision -> revision.get("by").asString().equals("person:rita"));
        assertThat(history.json().at("/items/0/useCase").asString()).isEqualTo("EscalateAlert");
    }

    @Test
    void whoeverIsNoAuditorReadsNoHistoryOfAll() {
        var answer =
                api.get("/api/v1/audit/revisions").token(tokens.of("rita", Role.RESPONDER)).send();

        assertThat(answer.status()).isEqualTo(403);
    }
}
