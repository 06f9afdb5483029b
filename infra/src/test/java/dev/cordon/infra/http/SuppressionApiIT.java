package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class SuppressionApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final InstantSource clock;

    SuppressionApiIT(Api api, Tokens tokens, Shop shop, InstantSource clock) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
    }

    @Test
    void itsLikeIsKeptAndCountedUntilItIsEnded() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open().id().value();
        var first = report(rita, store, "one", "LOW").text("id");

        var made = suppress(rita, first, "{\"kind\": \"SCANNER\"}");
        var second = report(rita, store, "two", "LOW");
        var worse = report(rita, store, "three", "HIGH");

        assertThat(made.status()).isEqualTo(201);
        assertThat(second.text("status")).isEqualTo("SUPPRESSED");
        assertThat(second.text("suppressedBy")).isEqualTo(made.text("id"));
        assertThat(worse.text("status")).isEqualTo("NEW");
        var listed = listed(rita, made.text("id"));
        assertThat(listed.get("hits").asInt()).isEqualTo(2);

        var ended =
                api.post("/api/v1/suppressions/" + made.text("id") + "/end")
                        .token(rita)
                        .header("If-Match", listed.get("etag").asString())
                        .send();
        assertThat(ended.status()).isEqualTo(204);
        assertThat(report(rita, store, "four", "LOW").text("status")).isEqualTo("NEW");
    }

    @Test
    void whatItIsAboutMustCoverTheAlertAndBeUnderstood() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var alert = report(rita, shop.open().id().value(), "one", "LOW").text("id");

        var more = suppress(rita, alert, "{\"network\": \"192.0.2.0/24\"}");
        assertThat(more.status()).isEqualTo(409);
        assertThat(more.text("refusal")).isEqualTo("ALERT_NOT_COVERED");
        assertThat(suppress(rita, alert, "{\"network\": \"everywhere\"}").status()).isEqualTo(400);
        assertThat(suppress(rita, alert, "{}").status()).isEqualTo(422);
    }

    @Test
    void oneIsAddedBeforeAnythingWasRaised() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open().id().value();

        var made =
                api.post("/api/v1/suppressions")
                        .token(rita)
                        .json(
                                """
                                {"store": "%s", "match": {"source": "bank"}, "upTo": "MEDIUM",
                                 "until": "%s", "reason": "their test week"}
                                """
                                        .formatted(store, tomorrow()))
                        .send();

        assertThat(made.status()).isEqualTo(201);
        assertThat(report(rita, store, "one", "MEDIUM").text("status")).isEqualTo("SUPPRESSED");
        assertThat(report(rita, store, "two", "CRITICAL").text("status")).isEqualTo("NEW");
    }

    @Test
    void whoDoesNotTriageSuppressesNothing() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var amira = tokens.of("amira", Role.AUDITOR);
        var alert = report(rita, shop.open().id().value(), "one", "LOW").text("id");

        assertThat(suppress(amira, alert, "{\"kind\": \"SCANNER\"}").status()).isEqualTo(403);
        assertThat(api.get("/api/v1/suppressions").token(amira).send().status()).isEqualTo(200);
    }

    private JsonNode listed(String token, String id) {
        var all = api.get("/api/v1/suppressions?limit=200").token(token).send().json().get("items");
        return all.valueStream()
                .filter(each -> each.get("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Api.Answer suppress(String token, String alert, String match) {
        return api.post("/api/v1/alerts/" + alert + "/suppress")
                .token(token)
                .json(
                        "{\"match\": %s, \"until\": \"%s\", \"reason\": \"ours\"}"
                                .formatted(match, tomorrow()))
                .send();
    }

    private Instant tomorrow() {
        return clock.instant().plus(1, ChronoUnit.DAYS);
    }

    private Api.Answer report(String token, UUID store, String reference, String severity) {
        return api.post("/api/v1/alerts")
                .token(token)
                .json(
                        """
                        {"store": "%s", "source": "bank", "reference": "%s", "title": "Scan",
                         "severity": "%s", "kind": "SCANNER", "addresses": ["198.51.100.7"]}
                        """
                                .formatted(store, reference, severity))
                .send();
    }
}
