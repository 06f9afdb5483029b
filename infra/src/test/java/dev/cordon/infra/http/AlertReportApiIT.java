package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ApiTest
class AlertReportApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    AlertReportApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void theSameReferenceIsTheSameAlertWhichGrows() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open().id().value();

        var first = send(rita, alert(store, "198.51.100.7"));
        var again = send(rita, alert(store, "198.51.100.7"));
        var more = send(rita, alert(store, "198.51.100.8"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.text("id")).isEqualTo(first.text("id"));
        assertThat(again.text("etag")).isEqualTo(first.text("etag"));
        assertThat(more.text("id")).isEqualTo(first.text("id"));
        assertThat(more.json().get("addresses").size()).isEqualTo(2);
        assertThat(more.text("title")).isEqualTo("Cards tried");
        assertThat(more.text("sourceType")).isEqualTo("api");
        var listed = api.get("/api/v1/alerts?text=cards&store=" + store).token(rita).send();
        assertThat(listed.json().get("items").size()).isEqualTo(1);
    }

    @Test
    void secretsInItsLinesAreMasked() {
        var rita = tokens.of("rita", Role.RESPONDER);

        var sent = send(rita, alert(shop.open().id().value(), "198.51.100.9"));

        assertThat(sent.json().get("samples").toString()).contains("key=").doesNotContain("s3cr3t");
    }

    @Test
    void whatIsNotUnderstoodIsRefusedAndAnotherStoreIsNotThere() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open().id().value();

        assertThat(send(rita, alert(store, "no address")).status()).isEqualTo(400);
        assertThat(send(rita, alert(store, "::1").replace("https:", "file:")).status())
                .isEqualTo(422);
        assertThat(send(rita, alert(UUID.randomUUID(), "::1")).status()).isEqualTo(404);
    }

    @Test
    void addressesHaveTheirCountryWhereItIsKnown() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var two = "203.0.113.7\", \"2001:db8::7";

        var sent = send(rita, alert(shop.open().id().value(), two)).json();
        var path = "/api/v1/alerts/" + sent.get("id").asString();
        var shown = api.get(path).token(rita).send().json();
        var finding = api.get(path + "/ocsf").token(rita).send().json();

        assertThat(sent.at("/addresses/0/country").asString()).isEqualTo("VN");
        assertThat(shown.at("/addresses/0/country").asString()).isEqualTo("VN");
        assertThat(shown.at("/addresses/1").has("country")).isFalse();
        OcsfCheck.detection(finding);
        assertThat(finding.get("evidences")).hasSize(1);
        assertThat(finding.at("/evidences/0/src_endpoint/ip").asString()).isEqualTo("203.0.113.7");
        assertThat(finding.at("/evidences/0/src_endpoint/location/country").asString())
                .isEqualTo("VN");
    }

    @Test
    void whoMayNotReportIsRefused() {
        var paul = tokens.of("paul", Role.COMMUNICATIONS_APPROVER);

        assertThat(send(paul, alert(shop.open().id().value(), "::1")).status()).isEqualTo(403);
    }

    private Api.Answer send(String token, String alert) {
        return api.post("/api/v1/alerts").token(token).json(alert).send();
    }

    private static String alert(UUID store, String address) {
        return """
                {"store": "%s", "source": "bank", "reference": "case-1", "title": "Cards tried",
                 "severity": "HIGH", "kind": "CARD_TESTING", "link": "https://bank.example/1",
                 "addresses": ["%s"], "lines": ["GET /?key=s3cr3t HTTP/1.1"]}
                """
                .formatted(store, address);
    }
}
