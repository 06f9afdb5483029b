package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class PreservationApiIT {

    private static final String STEP =
            """
            {"step": "quarantine plugin", "losses": [{"what": "file /srv/shop/x.php"}]}
            """;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String rita = "";
    private String carla = "";
    private String incident = "";

    PreservationApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void anIncident() {
        incident = "/api/v1/incidents/" + shop.incident(shop.open());
        rita = tokens.of("rita", Role.RESPONDER);
        carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
    }

    @Test
    void whatIsHeldIsPreserved() {
        assertThat(check().at("/0/result").asString()).isEqualTo("NOT_PRESERVED");
        assertThat(check().at("/0/missing/0/why").asString()).isEqualTo("NOTHING_HELD");

        api.post(incident + "/evidence")
                .token(rita)
                .header("Cordon-Title", "the plugin")
                .header("Cordon-Source", "web1")
                .header("Cordon-Purpose", "before it is removed")
                .header("Cordon-Covers", "file%20/srv/shop/x.php")
                .bytes("application/octet-stream", "x".getBytes(UTF_8))
                .send();

        var checked = check();
        assertThat(checked.at("/0/result").asString()).isEqualTo("PRESERVED");
        assertThat(checked.at("/0/held/0/label").asString()).isEqualTo("EV-0001");
        assertThat(checked.at("/0/held/0/sealed").asBoolean()).isFalse();
    }

    @Test
    void aPersonWhoMayDecidesThatItNeedNotBe() {
        var wish = STEP.strip().replaceFirst("}$", ", \"reason\": \"it skims right now\"}");

        assertThat(waive(rita, wish).status()).isEqualTo(403);
        assertThat(waive(carla, wish).status()).isEqualTo(201);

        var checked = check();
        assertThat(checked.at("/0/result").asString()).isEqualTo("WAIVED");
        assertThat(checked.at("/0/waiver/by").asString()).isEqualTo("person:carla");
        var other = STEP.replace("quarantine plugin", "delete shop");
        assertThat(check(other).at("/0/result").asString()).isEqualTo("NOT_PRESERVED");
        var timeline = api.get(incident + "/timeline").token(rita).send().http().body();
        assertThat(timeline).contains("it skims right now");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidSo() {
        var answer =
                api.post(incident + "/preservation-check")
                        .token(rita)
                        .json(STEP.replace("file /srv", "file srv"))
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("begins with a slash");
    }

    private tools.jackson.databind.JsonNode check() {
        return check(STEP);
    }

    private tools.jackson.databind.JsonNode check(String step) {
        return api.post(incident + "/preservation-check").token(rita).json(step).send().json();
    }

    private Api.Answer waive(String token, String wish) {
        return api.post(incident + "/preservation-waivers").token(token).json(wish).send();
    }
}
