package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.people.Role;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ApiTest
class IncidentApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    IncidentApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void anAlertIsTakenEscalatedAndWorked() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var alert = "/api/v1/alerts/" + shop.attacked(shop.open());

        var shown = api.get(alert).token(rita).send();
        assertThat(shown.text("kind")).isEqualTo("CREDENTIAL_STUFFING");
        assertThat(shown.text("status")).isEqualTo("NEW");
        assertThat(shown.json().get("addresses").size()).isEqualTo(40);
        assertThat(api.post(alert + "/take").token(rita).seen(etag(alert, rita)).send().status())
                .isEqualTo(204);
        var escalated =
                api.post(alert + "/escalate")
                        .token(rita)
                        .seen(etag(alert, rita))
                        .json("{\"title\":\"Accounts entered\"}")
                        .send();
        assertThat(escalated.status()).isEqualTo(201);
        var incident = escalated.header("Location");
        assertThat(incident).isEqualTo("/api/v1/incidents/" + escalated.text("incident"));
        assertThat(decide(incident, "/acknowledge", "", rita)).isEqualTo(204);
        assertThat(
                        decide(
                                incident,
                                "/awareness",
                                "{\"reason\":\"the log shows accepted logins\"}",
                                rita))
                .isEqualTo(204);
        assertThat(
                        decide(
                                incident,
                                "/stage",
                                "{\"to\":\"CONTAINED\",\"message\":\"addresses blocked\"}",
                                rita))
                .isEqualTo(204);

        var worked = api.get(incident).token(rita).send();
        assertThat(worked.text("stage")).isEqualTo("CONTAINED");
        assertThat(worked.text("acknowledgedBy")).isEqualTo("rita");
        assertThat(worked.json().at("/assessment/reasons").size()).isPositive();
        assertThat(api.get("/api/v1/incidents/" + worked.text("reference")).token(rita).send())
                .extracting(answer -> answer.text("id"))
                .isEqualTo(worked.text("id"));
        var duties = api.get(incident + "/duties").token(rita).send().json();
        assertThat(duties.toString()).contains("art33").contains("dueAt");
    }

    @Test
    void aNoteStandsInTheTimelineWithItsAuthorAndItsTime() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());

        var noted =
                api.post(incident + "/notes")
                        .token(rita)
                        .json(
                                "{\"text\":\"the phone rang\","
                                        + "\"occurredAt\":\"2026-11-23T02:00:00Z\"}")
                        .send();

        assertThat(noted.status()).isEqualTo(204);
        var timeline = api.get(incident + "/timeline").token(rita).send().json();
        assertThat(timeline.get("items").toString())
                .contains("the phone rang", "2026-11-23T02:00:00Z", "person:rita");
    }

    @Test
    void anEditNamesTheVersionThatWasSeen() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());

        var answer = api.post(incident + "/acknowledge").token(rita).send();

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.problem()).isEqualTo("version-needed");
    }

    @Test
    void ofTwoWhoEditOneIncidentTheSecondIsToldAndOverwritesNothing() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());
        var seenByBoth = etag(incident, rita);

        var first = api.post(incident + "/acknowledge").token(rita).seen(seenByBoth).send();
        var second =
                api.post(incident + "/severity-override")
                        .token(carla)
                        .seen(seenByBoth)
                        .json("{\"severity\":\"LOW\",\"reason\":\"looks small\"}")
                        .send();

        assertThat(first.status()).isEqualTo(204);
        assertThat(second.status()).isEqualTo(412);
        assertThat(second.problem()).isEqualTo("stale");
        assertThat(
                        api.get(incident)
                                .token(rita)
                                .send()
                                .json()
                                .at("/assessment/override")
                                .isMissingNode())
                .isTrue();
    }

    @Test
    void whatItsStateDoesNotAllowIsAConflict() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());

        var answer =
                api.post(incident + "/stage")
                        .token(rita)
                        .seen(etag(incident, rita))
                        .json("{\"to\":\"CLOSED\",\"message\":\"done\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("illegal-transition");
    }

    @Test
    void whoeverOnlyReadsIsToldWhatItTakes() {
        var amira = tokens.of("amira", Role.AUDITOR);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());

        var read = api.get(incident).token(amira).send();
        var edit =
                api.post(incident + "/acknowledge").token(amira).seen(read.header("ETag")).send();

        assertThat(read.status()).isEqualTo(200);
        assertThat(edit.status()).isEqualTo(403);
        assertThat(edit.text("needed")).isEqualTo("INCIDENT_RESPOND");
    }

    @Test
    void aSeverityIsComputedFromWhatIsKnownAlsoWhenThatIsUnknown() {
        var carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());

        var status =
                decide(
                        incident,
                        "/severity",
                        """
                        {"inputs": {"surface": "CHECKOUT", "impact": "CHANGED", "data": "UNKNOWN",
                          "spread": "ONE_STORE", "attackerActive": "UNKNOWN", "peopleAffected": 3},
                         "reason": "a script on the checkout page"}
                        """,
                        carla);

        assertThat(status).isEqualTo(204);
        assertThat(api.get(incident).token(carla).send().text("severity")).isEqualTo("CRITICAL");
    }

    @Test
    void commandIsTaken() {
        var carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
        var incident = "/api/v1/incidents/" + shop.incident(shop.open());

        assertThat(decide(incident, "/command", "", carla)).isEqualTo(204);
        assertThat(api.get(incident).token(carla).send().text("commander")).isEqualTo("carla");
    }

    @Test
    void anAlertIsDismissedWithAReason() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var alert = "/api/v1/alerts/" + shop.attacked(shop.open());

        var answer =
                api.post(alert + "/dismiss")
                        .token(rita)
                        .seen(etag(alert, rita))
                        .json("{\"resolution\":\"LEGITIMATE\",\"reason\":\"our own load test\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(204);
        assertThat(api.get(alert).token(rita).send().text("reason")).isEqualTo("our own load test");
    }

    @Test
    void aListGoesOnWhereThePageEnded() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open();
        var incident = "/api/v1/incidents/" + shop.incident(store);
        for (int i = 0; i < 3; i++) {
            api.post(incident + "/notes").token(rita).json("{\"text\":\"note\"}").send();
        }

        var first = api.get(incident + "/timeline?limit=2").token(rita).send();
        var second =
                api.get(incident + "/timeline?limit=2&after=" + first.text("next"))
                        .token(rita)
                        .send();

        assertThat(first.json().get("items").size()).isEqualTo(2);
        assertThat(second.json().get("items").size()).isPositive();
        assertThat(second.json().at("/items/0/id")).isNotEqualTo(first.json().at("/items/1/id"));
    }

    @Test
    void anIncidentThatIsNotThereIsNotFoundHoweverItIsNamed() {
        var rita = tokens.of("rita", Role.RESPONDER);

        for (var id : new String[] {UUID.randomUUID().toString(), "INC-2026-9999", "nonsense"}) {
            assertThat(api.get("/api/v1/incidents/" + id).token(rita).send().status())
                    .isEqualTo(404);
        }
    }

    private String etag(String path, String token) {
        return api.get(path).token(token).send().header("ETag");
    }

    private int decide(String incident, String what, String json, String token) {
        var call = api.post(incident + what).token(token).seen(etag(incident, token));
        return (json.isEmpty() ? call : call.json(json)).send().status();
    }
}
