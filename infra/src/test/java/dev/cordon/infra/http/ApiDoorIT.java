package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ApiTest
class ApiDoorIT {

    private final Api api;
    private final Tokens tokens;
    private final Team team;
    private final Shop shop;
    private final TestClock clock;

    ApiDoorIT(Api api, Tokens tokens, Team team, Shop shop, TestClock clock) {
        this.api = api;
        this.tokens = tokens;
        this.team = team;
        this.shop = shop;
        this.clock = clock;
    }

    @AfterEach
    void putRight() {
        clock.reset();
        team.isReachable(true);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void aTokenIsItsOwnersAndPermitsWhatTheOwnerMay(Role role) {
        var answer = api.get("/api/v1/me").token(tokens.of("someone", role)).send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("name")).isEqualTo("someone");
        assertThat(answer.json().get("permissions").valueStream().map(node -> node.asString()))
                .containsExactlyInAnyOrderElementsOf(
                        role.permissions().stream()
                                .filter(permission -> permission != Permission.TOKEN_MANAGE)
                                .map(Enum::name)
                                .toList());
    }

    @Test
    void withoutATokenNothingIsAnsweredAndNoSessionBegins() {
        var answer = api.get("/api/v1/alerts").send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"cordon\"");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.problem()).isEqualTo("unauthenticated");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void everyTokenThatIsWorthNothingGetsTheSameAnswer() {
        var expired = tokens.of("rita", ALL, StoreScope.ALL, Duration.ofMinutes(5), Role.RESPONDER);
        var revoked = tokens.of("rita", ALL, StoreScope.ALL, Role.RESPONDER);
        tokens.revoke("rita", revoked.id());
        var ofOneWhoLeft = tokens.of("greta", Role.RESPONDER);
        team.leaves("greta");
        var ofOneWithoutARole = tokens.of("norma", Role.RESPONDER);
        team.holds("norma");
        clock.forward(Duration.ofMinutes(6));

        var bodies =
                List.of(
                        refused(expired.secret()),
                        refused(revoked.secret()),
                        refused(ofOneWhoLeft),
                        refused(ofOneWithoutARole),
                        refused("cordon_neverissued"),
                        refused("x"));

        assertThat(Set.copyOf(bodies)).hasSize(1);
    }

    @Test
    void aTokenPermitsLessOnceItsOwnerMayLess() {
        var token = tokens.of("paul", Role.ADMINISTRATOR);
        assertThat(api.get("/api/v1/audit/revisions").token(token).send().status()).isEqualTo(200);

        team.holds("paul", Role.RESPONDER);

        var answer = api.get("/api/v1/audit/revisions").token(token).send();
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("denied");
        assertThat(answer.text("needed")).isEqualTo("AUDIT_READ");
        assertThat(answer.json().get("roles").toString())
                .isEqualTo("[\"administrator\",\"auditor\"]");
    }

    @Test
    void aNarrowTokenPermitsNoMoreThanItSays() {
        var narrow =
                tokens.of(
                        "carla",
                        Set.of(Permission.ALERT_READ),
                        StoreScope.ALL,
                        Role.INCIDENT_COMMANDER);

        assertThat(api.get("/api/v1/alerts").token(narrow.secret()).send().status()).isEqualTo(200);
        assertThat(api.get("/api/v1/incidents").token(narrow.secret()).send().status())
                .isEqualTo(403);
    }

    @Test
    void anotherStoresIdAnswersNotFound() {
        var mine = shop.open();
        var theirs = shop.open();
        var incident = shop.incident(theirs);
        var narrow = tokens.of("rita", ALL, new StoreScope.Only(Set.of(mine.id())), Role.RESPONDER);

        var one = api.get("/api/v1/incidents/" + incident).token(narrow.secret()).send();
        var store = api.get("/api/v1/stores/" + theirs.id()).token(narrow.secret()).send();
        var list = api.get("/api/v1/incidents").token(narrow.secret()).send();

        assertThat(one.status()).isEqualTo(404);
        assertThat(one.problem()).isEqualTo("not-found");
        assertThat(store.status()).isEqualTo(404);
        assertThat(list.json().get("items").toString()).doesNotContain(incident.toString());
    }

    @Test
    void whenNobodyCanSayWhatTheOwnerMayNothingIsAnswered() {
        var token = tokens.of("rita", Role.RESPONDER);

        team.isReachable(false);

        var answer = api.get("/api/v1/alerts").token(token).send();
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.problem()).isEqualTo("unavailable");
    }

    @Test
    void whereNothingLiesAProblemAnswersAndNoPage() {
        var answer =
                api.get("/api/v1/no-such-thing").token(tokens.of("rita", Role.RESPONDER)).send();

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.problem()).isEqualTo("not-found");
    }

    @Test
    void jsonThatIsNoneIsNotUnderstoodAndNotRepeated() {
        var answer =
                api.post("/api/v1/incidents/" + NOBODYS + "/notes")
                        .token(tokens.of("rita", Role.RESPONDER))
                        .json("{\"text\": secret-of-the-caller")
                        .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("not-understood");
        assertThat(answer.http().body()).doesNotContain("secret-of-the-caller", "Exception");
    }

    @Test
    void aFieldThatNobodyKnowsIsAMistakeAndNotIgnored() {
        var answer =
                api.post("/api/v1/incidents/" + NOBODYS + "/notes")
                        .token(tokens.of("rita", Role.RESPONDER))
                        .json("{\"text\":\"seen\",\"occuredAt\":\"2026-11-23T02:00:00Z\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("occuredAt");
    }

    @Test
    void aMissingFieldIsNamed() {
        var answer =
                api.post("/api/v1/incidents/" + NOBODYS + "/notes")
                        .token(tokens.of("rita", Role.RESPONDER))
                        .json("{}")
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/fields/0/field").asString()).isEqualTo("text");
    }

    @Test
    void aBodyBeyondTheLimitIsRefused() {
        var answer =
                api.post("/api/v1/incidents/" + NOBODYS + "/notes")
                        .token(tokens.of("rita", Role.RESPONDER))
                        .json("{\"text\":\"" + "a".repeat(RequestLimits.LARGEST_BODY) + "\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.problem()).isEqualTo("too-large");
    }

    @Test
    void aPageLongerThanThereIsIsRefusedInASentence() {
        var answer =
                api.get("/api/v1/alerts?limit=100000")
                        .token(tokens.of("rita", Role.RESPONDER))
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).startsWith("a page has 1 to 200 items");
    }

    @Test
    void anAnswerIsNeitherFramedNorKeptNorGuessed() {
        var answer = api.get("/api/v1/me").token(tokens.of("rita", Role.RESPONDER)).send();

        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "sandbox");
        assertThat(answer.header("Cache-Control")).contains("no-store");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @Test
    void ofTheProgramsInsidesOnlyItsHealthIsShown() {
        assertThat(api.get("/actuator/health").send().status()).isEqualTo(200);
        assertThat(api.get("/actuator/env").send().status()).isNotEqualTo(200);
    }

    private static final Set<Permission> ALL = Set.of(Permission.values());

    private static final String NOBODYS = "0199c000-0000-7000-8000-000000000000";

    private String refused(String token) {
        var answer = api.get("/api/v1/alerts").token(token).send();
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        return answer.http().body();
    }
}
