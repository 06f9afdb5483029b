package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class OcsfApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    OcsfApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void anAlertAndItsIncidentAreFindingsThatTheSchemaKnows() {
        var audrey = tokens.of("audrey", Role.AUDITOR);
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open();
        var incident = shop.incident(store);

        var young = api.get("/api/v1/incidents/" + incident + "/ocsf").token(audrey).send().json();
        decide(rita, "/api/v1/incidents/" + incident, "/acknowledge", "");
        var worked = api.get("/api/v1/incidents/" + incident + "/ocsf").token(audrey).send().json();
        decide(
                rita,
                "/api/v1/incidents/" + incident,
                "/stage",
                "{\"to\":\"CONTAINED\",\"message\":\"addresses blocked\"}");
        var alert = young.at("/finding_info_list/0/uid").asString();
        var detection = api.get("/api/v1/alerts/" + alert + "/ocsf").token(audrey).send().json();

        OcsfCheck.incident(young);
        OcsfCheck.incident(worked);
        OcsfCheck.detection(detection);
        assertThat(young.get("type_uid").asInt()).isEqualTo(200_501);
        assertThat(young.get("status_id").asInt()).isEqualTo(1);
        assertThat(young.get("desc").asString()).contains("INC-", "Accounts entered");
        assertThat(young.at("/assignee_group/name").asString()).isEqualTo("responders");
        assertThat(worked.get("status_id").asInt()).isEqualTo(2);
        assertThat(worked.at("/assignee/name").asString()).isEqualTo("rita");
        assertThat(worked.has("assignee_group")).isFalse();
        assertThat(detection.get("verdict_id").asInt()).isEqualTo(2);
        assertThat(detection.at("/finding_info/analytic/uid").asString()).isNotEmpty();
    }

    @Test
    void findingsAreListedOneALineAndTheLinkLeadsOn() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var store = shop.open();
        shop.incident(store);
        shop.incident(shop.open());

        var alerts = lines(rita, "/api/v1/alerts/ocsf?store=" + store.id());
        var first = api.get("/api/v1/incidents/ocsf?limit=1&open=true").token(rita).send();
        var link = first.header("Link");
        assertThat(link).endsWith("rel=\"next\"");
        var next = link.substring(link.indexOf("/api/"), link.indexOf('>'));
        var second = api.get(next).token(rita).send();

        assertThat(alerts.http().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(NewlineJson.TYPE));
        assertThat(alerts.http().body().lines()).isNotEmpty();
        alerts.http()
                .body()
                .lines()
                .forEach(line -> OcsfCheck.detection(JsonMapper.shared().readTree(line)));
        assertThat(alerts.header("Link")).isEmpty();
        assertThat(first.http().body().lines()).hasSize(1);
        assertThat(second.http().body().lines()).hasSize(1);
        assertThat(second.http().body()).isNotEqualTo(first.http().body());
        OcsfCheck.incident(JsonMapper.shared().readTree(second.http().body()));
    }

    @Test
    void anotherStoresFindingsAreNotThere() {
        var mine = shop.open();
        var theirs = shop.open();
        var incident = shop.incident(theirs);
        var narrow =
                tokens.of(
                                "rita",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(mine.id())),
                                Role.RESPONDER)
                        .secret();

        assertThat(api.get("/api/v1/incidents/" + incident + "/ocsf").token(narrow).send().status())
                .isEqualTo(404);
        assertThat(lines(narrow, "/api/v1/alerts/ocsf").http().body())
                .doesNotContain(theirs.id().toString());
        assertThat(lines(narrow, "/api/v1/incidents/ocsf").http().body())
                .doesNotContain(incident.toString());
        assertThat(api.get("/api/v1/alerts/ocsf").send().status()).isEqualTo(401);
    }

    private Api.Answer lines(String token, String path) {
        var answer = api.get(path).token(token).send();
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private void decide(String token, String incident, String verb, String json) {
        var call =
                api.post(incident + verb)
                        .token(token)
                        .seen(api.get(incident).token(token).send().header("ETag"));
        assertThat((json.isEmpty() ? call : call.json(json)).send().status()).isEqualTo(204);
    }
}
