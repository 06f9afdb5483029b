package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cordon.application.detection.RunDryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.http.Shop.InCare;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class RuleApiIT {

    private static final String LOWER =
            """
            {"tuning": {"accountPaths": [], "allowed": [], "thresholds": {"login-burst": 5},
             "off": [], "own": []}, "reason": "attacks are small here"}
            """;

    private static final String OWN =
            """
            title: Our secret was fetched
            name: own-secret
            logsource: {category: webserver}
            detection:
              secret: {cs-uri-stem|endswith: /geheim.zip}
              condition: secret
            level: high
            ---
            title: Broken
            logsource: {category: webserver}
            detection:
              one: {no-such-field: x}
              condition: one
            level: low
            """;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final RunDryRun run;

    RuleApiIT(Api api, Tokens tokens, Shop shop, RunDryRun run) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.run = run;
    }

    @Test
    void aLowerThresholdIsTriedApprovedAndRaisesWhatComesNew() {
        var store = shop.open();
        var rita = tokens.of("rita", Role.RESPONDER);
        send(store, "198.51.100.7", 8);
        awaitRead(store);
        assertThat(alerts(store).size()).isZero();
        var version = draft(store, rita);
        edit(version, LOWER, rita);

        var report = dryRun(version, rita);

        assertThat(report.at("/counts/NEW").asInt()).isEqualTo(1);
        assertThat(report.at("/differences/0/rule").asString()).isEqualTo("login-burst");
        assertThat(report.at("/differences/0/firstAddresses/0").asString())
                .isEqualTo("198.51.100.7");
        assertThat(alerts(store).size()).isZero();

        submit(version, rita);
        var content = show(version, rita).text("content");
        assertThat(approve(version, content, "adam", Role.ADMINISTRATOR).status()).isEqualTo(204);
        send(store, "198.51.100.8", 8);

        var raised = await().until(() -> alerts(store), all -> !all.isEmpty());
        assertThat(raised.size()).isEqualTo(1);
        assertThat(raised.at("/0/addresses/0/address").asString()).isEqualTo("198.51.100.8");
        assertThat(show(version, rita).text("stage")).isEqualTo("IN_FORCE");
    }

    @Test
    void anAuthorCannotApproveAndAStaleHashIsRefused() {
        var store = shop.open();
        var cora = tokens.of("cora", Role.INCIDENT_COMMANDER);
        var version = draft(store, cora);
        var before = show(version, cora).text("content");
        edit(version, LOWER, cora);
        submit(version, cora);
        var content = show(version, cora).text("content");

        var own = approve(version, content, "cora", Role.INCIDENT_COMMANDER);
        var stale = approve(version, before, "adam", Role.ADMINISTRATOR);
        var responder = approve(version, content, "rita", Role.RESPONDER);

        assertThat(own.text("refusal")).isEqualTo("AUTHOR_CANNOT_APPROVE");
        assertThat(stale.text("refusal")).isEqualTo("CONTENT_CHANGED");
        assertThat(responder.status()).isEqualTo(403);
        assertThat(show(version, cora).text("stage")).isEqualTo("SUBMITTED");
    }

    @Test
    void whatIsSentBackIsADraftAgainAndMayBeDiscarded() {
        var store = shop.open();
        var rita = tokens.of("rita", Role.RESPONDER);
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        var version = draft(store, rita);
        edit(version, LOWER, rita);
        submit(version, rita);

        act(version, "send-back", "{\"reason\":\"why so low?\"}", adam);

        assertThat(show(version, rita).text("phaseReason")).isEqualTo("why so low?");
        assertThat(begin(store, rita).status()).isEqualTo(422);
        act(version, "discard", "{\"reason\":\"no need\"}", rita);
        assertThat(show(version, rita).text("stage")).isEqualTo("DISCARDED");
        assertThat(begin(store, rita).status()).isEqualTo(201);
    }

    @Test
    void importedSigmaRulesAreJudgedBeforeAnythingIsKept() {
        var store = shop.open();
        var rita = tokens.of("rita", Role.RESPONDER);
        var version = draft(store, rita);

        var found =
                api.post(path(version) + "/check").token(rita).json(file("own.yml", OWN)).send();
        var nothing = api.get(path(version) + "/findings").token(rita).send();
        var hostile =
                api.post(path(version) + "/check")
                        .token(rita)
                        .json(file("bomb.yml", "a: &a [x]\nb: [*a, *a, *c]"))
                        .send();

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().findValuesAsString("title"))
                .containsExactlyInAnyOrder("Broken", "Our secret was fetched");
        assertThat(found.json().at("/0/refused").asString()).contains("no-such-field");
        assertThat(nothing.json().size()).isZero();
        assertThat(hostile.json().at("/0/refused").asString()).contains("*c");
    }

    @Test
    void rulesThatCannotRunAreNotSubmitted() {
        var store = shop.open();
        var rita = tokens.of("rita", Role.RESPONDER);
        var version = draft(store, rita);
        edit(version, LOWER.replace("login-burst", "no-such-rule"), rita);

        var refused =
                api.post(path(version) + "/submit")
                        .token(rita)
                        .seen(show(version, rita).header("ETag"))
                        .send();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/faults/0").asString()).contains("no-such-rule");
    }

    @Test
    void aThresholdOutOfBoundsIsRefusedWithASentence() {
        var rita = tokens.of("rita", Role.RESPONDER);
        var version = draft(shop.open(), rita);

        var refused = put(version, LOWER.replace(": 5}", ": 1}"), rita);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("detail")).contains("login-burst");
    }

    @Test
    void theRulesInForceAreListedWithTheirThresholds() {
        var store = shop.open();
        var ada = tokens.of("ada", Role.AUDITOR);

        var rules = api.get("/api/v1/stores/" + store.id() + "/rules").token(ada).send().json();

        var burst =
                rules.valueStream()
                        .filter(rule -> rule.path("name").asString().equals("login-burst"))
                        .findFirst()
                        .orElseThrow();
        assertThat(burst.path("threshold").asInt()).isEqualTo(10);
        assertThat(burst.path("on").asBoolean()).isTrue();
        assertThat(begin(store, ada).status()).isEqualTo(403);
    }

    @Test
    void anotherStoresRulesAreNotThere() {
        var theirs = shop.open();
        var rita = tokens.of("rita", Role.RESPONDER);
        var version = draft(theirs, rita);
        edit(version, LOWER, rita);
        var asked = api.post(path(version) + "/dry-runs").token(rita).send().text("run");
        var narrow = narrow(shop.open().id());

        assertThat(
                        List.of(
                                get("/api/v1/stores/" + theirs.id() + "/rules", narrow),
                                get("/api/v1/stores/" + theirs.id() + "/rule-versions", narrow),
                                get(path(version), narrow),
                                get(path(version) + "/rules", narrow),
                                get(path(version) + "/findings", narrow),
                                get(path(version) + "/dry-runs", narrow),
                                get("/api/v1/dry-runs/" + asked, narrow),
                                begin(theirs, narrow).status(),
                                put(version, LOWER, narrow).status(),
                                post("/api/v1/dry-runs/" + asked + "/stop", narrow),
                                post(path(version) + "/dry-runs", narrow),
                                post(path(version) + "/submit", narrow)))
                .containsOnly(404);
    }

    private String narrow(StoreId only) {
        var scope = new StoreScope.Only(Set.of(only));
        return tokens.of("adam", EnumSet.allOf(Permission.class), scope, Role.ADMINISTRATOR)
                .secret();
    }

    private int get(String path, String token) {
        return api.get(path).token(token).send().status();
    }

    private int post(String path, String token) {
        return api.post(path).token(token).seen("\"1\"").send().status();
    }

    private Api.Answer begin(InCare store, String token) {
        return api.post("/api/v1/stores/" + store.id() + "/rule-versions")
                .token(token)
                .json("{}")
                .send();
    }

    private UUID draft(InCare store, String token) {
        return UUID.fromString(begin(store, token).text("version"));
    }

    private Api.Answer show(UUID version, String token) {
        return api.get(path(version)).token(token).send();
    }

    private Api.Answer put(UUID version, String json, String token) {
        var seen = show(version, token).header("ETag");
        return api.put(path(version))
                .token(token)
                .seen(seen.isEmpty() ? "\"1\"" : seen)
                .json(json)
                .send();
    }

    private void edit(UUID version, String json, String token) {
        assertThat(put(version, json, token).status()).isEqualTo(204);
    }

    private void act(UUID version, String verb, String json, String token) {
        var answer =
                api.post(path(version) + "/" + verb)
                        .token(token)
                        .seen(show(version, token).header("ETag"))
                        .json(json)
                        .send();
        assertThat(answer.status()).isEqualTo(204);
    }

    private void submit(UUID version, String token) {
        var answer =
                api.post(path(version) + "/submit")
                        .token(token)
                        .seen(show(version, token).header("ETag"))
                        .send();
        assertThat(answer.status()).isEqualTo(204);
    }

    private Api.Answer approve(UUID version, String content, String who, Role role) {
        return api.post(path(version) + "/approve")
                .token(tokens.of(who, role))
                .key(UUID.randomUUID().toString())
                .json("{\"content\":\"" + content + "\"}")
                .send();
    }

    /** Asks for it over HTTP; carries it out as its job does, which is not run here. */
    private JsonNode dryRun(UUID version, String token) {
        var asked = api.post(path(version) + "/dry-runs").token(token).send();
        assertThat(asked.status()).isEqualTo(202);
        var id = DryRunId.of(asked.text("run"));
        var outcome =
                CallerContext.callAs(
                        AutomationPolicy.DETECTION,
                        () -> {
                            try {
                                return run.run(new RunDryRun.Command(id, () -> true));
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        assertThat(outcome).isEqualTo(RunDryRun.Outcome.OVER);
        var shown = api.get("/api/v1/dry-runs/" + id).token(token).send().json();
        assertThat(shown.path("state").asString()).isEqualTo("FINISHED");
        return shown.path("report");
    }

    private JsonNode alerts(InCare store) {
        return api.get("/api/v1/alerts?store=" + store.id())
                .token(tokens.of("rita", Role.RESPONDER))
                .send()
                .json()
                .path("items");
    }

    /** Refused logins, too few for the program's own threshold. */
    private void send(InCare store, String address, int tries) {
        var hour = address.endsWith("7") ? "06" : "09";
        var lines =
                IntStream.range(0, tries)
                        .mapToObj(
                                i ->
                                        "%s - - [23/Nov/2026:%s:00:%02d +0000] \"POST"
                                                        .formatted(address, hour, i)
                                                + " /wp-login.php HTTP/1.1\" 200 17 \"-\" \"tool\"\n")
                        .collect(Collectors.joining());
        var answer =
                api.post("/ingest/v1/" + store.source() + "/lines")
                        .token(tokens.of("adam", Role.ADMINISTRATOR))
                        .bytes("text/plain", lines.getBytes(US_ASCII))
                        .send();
        assertThat(answer.status()).isEqualTo(200);
    }

    private void awaitRead(InCare store) {
        var adam = tokens.of("adam", Role.ADMINISTRATOR);
        await().until(
                        () ->
                                api.get("/api/v1/sources/" + store.source())
                                        .token(adam)
                                        .send()
                                        .json()
                                        .at("/counts/understood")
                                        .asInt(),
                        understood -> understood > 0);
    }

    private static String path(UUID version) {
        return "/api/v1/rule-versions/" + version;
    }

    private static String file(String name, String text) {
        return JsonMapper.shared().writeValueAsString(Map.of("name", name, "text", text));
    }
}
