package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.CarryOutDisposal;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ApiTest
class CustodyApiIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final CarryOutDisposal carryOut;
    private String rita = "";
    private String carla = "";
    private String kathrin = "";
    private String incident = "";
    private String item = "";

    CustodyApiIT(Api api, Tokens tokens, Shop shop, CarryOutDisposal carryOut) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.carryOut = carryOut;
    }

    @BeforeEach
    void anItem() {
        incident = "/api/v1/incidents/" + shop.incident(shop.open());
        rita = tokens.of("rita", Role.RESPONDER);
        carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
        kathrin = tokens.of("kathrin", Role.PRIVACY_OFFICER);
        item = upload("as it was");
    }

    @Test
    void anItemChangesHandsByOfferAndAcceptance() {
        assertThat(post("/hand-over", rita, "\"to\":\"carla\"").status()).isEqualTo(204);
        assertThat(post("/accept", kathrin).status()).isEqualTo(403);
        assertThat(post("/accept", rita).status()).isEqualTo(409);

        var accepted = post("/accept", carla);

        assertThat(accepted.status()).isEqualTo(204);
        assertThat(shown().at("/custody/custodian").asString()).isEqualTo("person:carla");
        assertThat(actions()).containsExactly("COLLECTED", "HANDED_OVER", "ACCEPTED");
        assertThat(link(1, "counterpart")).isEqualTo("person:carla");
        assertThat(link(2, "counterpart")).isEqualTo("person:rita");
    }

    @Test
    void nobodyIsHandedWhatTheyMayNotHold() {
        assertThat(post("/hand-over", rita, "\"to\":\"kathrin\"").status()).isEqualTo(404);
        assertThat(post("/hand-over", rita, "\"to\":\"nobody\"").status()).isEqualTo(404);
        assertThat(actions()).containsExactly("COLLECTED");
    }

    @Test
    void aSealedItemStaysReadableAndIsSealedOnce() {
        assertThat(post("/seal", rita).status()).isEqualTo(204);
        assertThat(post("/seal", rita).status()).isEqualTo(409);

        assertThat(content().status()).isEqualTo(200);
        assertThat(shown().at("/custody/sealedAt").isString()).isTrue();
        assertThat(actions()).containsExactly("COLLECTED", "SEALED", "COPIED");
    }

    @Test
    void aHeldItemIsNotDisposedOf() {
        post("/hold", carla, "\"matter\":\"Az. 12 Js 3/26\"");

        assertThat(post("/disposal", carla).status()).isEqualTo(409);
        assertThat(post("/hold", rita, "\"matter\":\"mine\"").status()).isEqualTo(403);

        post("/release", kathrin, "\"matter\":\"Az. 12 Js 3/26\"");
        assertThat(post("/disposal", carla).status()).isEqualTo(204);
        assertThat(actions()).containsExactly("COLLECTED", "HELD", "RELEASED", "DISPOSAL_PLANNED");
    }

    @Test
    void twoPeopleDisposeOfAnItemAndItsChainSaysSo() {
        post("/disposal", carla);
        var seen = api.get(item).token(kathrin).send().header("ETag");

        assertThat(approve(carla, seen).status()).isEqualTo(409);
        assertThat(approve(kathrin, "\"0\"").status()).isEqualTo(412);
        assertThat(approve(kathrin, seen).status()).isEqualTo(202);
        carryOut();
        carryOut();

        assertThat(content().status()).isEqualTo(409);
        var verdict = api.post(item + "/verify").token(rita).send();
        assertThat(verdict.text("result")).isEqualTo("DISPOSED");
        var again = api.post(item + "/verify").token(rita).send();
        assertThat(again.text("result")).isEqualTo("DISPOSED");
        assertThat(actions())
                .containsExactly(
                        "COLLECTED", "DISPOSAL_PLANNED", "DISPOSED", "VERIFIED", "VERIFIED");
        assertThat(link(2, "counterpart")).isEqualTo("person:kathrin");
        assertThat(link(2, "purpose")).contains("destroyed");
    }

    @Test
    void whatAnotherItemStandsOnIsNotDestroyed() {
        var twin = upload("as it was");
        post("/disposal", carla);
        approve(kathrin, api.get(item).token(kathrin).send().header("ETag"));

        carryOut();

        assertThat(link(2, "purpose")).contains("EV-0002");
        var verdict = api.post(twin + "/verify").token(rita).send();
        assertThat(verdict.text("result")).isEqualTo("INTACT");
    }

    @Test
    void whoGetsACopyStandsInTheChain() {
        api.get(item + "/content?purpose=criminal%20complaint&recipient=LKA%20Berlin")
                .token(rita)
                .send();

        assertThat(link(1, "action")).isEqualTo("COPIED");
        assertThat(link(1, "counterpart")).isEqualTo("LKA Berlin");
    }

    @Test
    void howItWasTakenIsKeptWithTheItem() {
        var answer =
                api.post(incident + "/evidence")
                        .token(rita)
                        .header("Cordon-Title", "database dump")
                        .header("Cordon-Source", "db1")
                        .header("Cordon-Purpose", "what was read")
                        .header("Cordon-Kind", "STORE_EXPORT")
                        .header("Cordon-Taken-At", "2026-01-02T03:04:05.123456789Z")
                        .header("Cordon-Tool", "mysqldump 8.0.44")
                        .header("Cordon-Command", "mysqldump --single-transaction shop")
                        .header("Cordon-Clock-Drift", "PT-2.5S")
                        .bytes("application/octet-stream", "dump".getBytes(UTF_8))
                        .send();
        item = answer.header("Location");

        var shown = shown();
        assertThat(shown.at("/kind").asString()).isEqualTo("STORE_EXPORT");
        assertThat(shown.at("/at").asString()).isEqualTo("2026-01-02T03:04:05.123456Z");
        assertThat(shown.at("/tool").asString()).isEqualTo("mysqldump 8.0.44");
        assertThat(shown.at("/command").asString()).contains("--single-transaction");
        assertThat(shown.at("/clockDrift").asString()).isEqualTo("PT-2.5S");
        assertThat(link(0, "facts")).isEqualTo(shown.at("/facts").asString());
        assertThat(api.post(item + "/verify").token(rita).send().text("result"))
                .isEqualTo("INTACT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2999-01-01T00:00:00Z", "yesterday"})
    void nothingIsTakenInTheFutureOrAtNoTime(String takenAt) {
        var answer =
                api.post(incident + "/evidence")
                        .token(rita)
                        .header("Cordon-Title", "t")
                        .header("Cordon-Source", "s")
                        .header("Cordon-Purpose", "p")
                        .header("Cordon-Taken-At", takenAt)
                        .bytes("application/octet-stream", "dump".getBytes(UTF_8))
                        .send();

        assertThat(answer.status()).isIn(400, 422);
        assertThat(api.get(incident + "/evidence").token(rita).send().json().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/seal|``",
                "/hand-over|\"to\":\"rita\"",
                "/accept|``",
                "/decline|``",
                "/hold|\"matter\":\"m\"",
                "/release|\"matter\":\"m\"",
                "/keep|\"until\":\"2040-01-01T00:00:00Z\"",
                "/disposal|``",
                "/disposal/refuse|``"
            })
    void anotherStoresItemIsNotThere(String verb, String more) {
        var elsewhere = new StoreScope.Only(Set.of(shop.open().id()));
        var stranger =
                tokens.of(
                                "carla",
                                EnumSet.allOf(Permission.class),
                                elsewhere,
                                Role.INCIDENT_COMMANDER)
                        .secret();
        assertThat(post(verb, stranger, more).status()).isEqualTo(404);
        assertThat(actions()).containsExactly("COLLECTED");
    }

    private Api.Answer post(String verb, String token) {
        return post(verb, token, "");
    }

    private Api.Answer post(String verb, String token, String more) {
        return api.post(item + verb)
                .token(token)
                .json(
                        "{\"purpose\":\"as the plan says\""
                                + (more.isEmpty() ? "" : ",")
                                + more
                                + "}")
                .send();
    }

    private Api.Answer approve(String token, String seen) {
        return api.post(item + "/disposal/approve").token(token).header("If-Match", seen).send();
    }

    private Api.Answer content() {
        return api.get(item + "/content?purpose=reading").token(rita).send();
    }

    private JsonNode shown() {
        return api.get(item).token(rita).send().json();
    }

    private String link(int index, String field) {
        return chain().get(index).path(field).asString();
    }

    private List<String> actions() {
        return StreamSupport.stream(chain().spliterator(), false)
                .map(link -> link.path("action").asString())
                .toList();
    }

    private JsonNode chain() {
        return api.get(item + "/custody").token(rita).send().json();
    }

    private void carryOut() {
        var id = EvidenceId.of(item.substring(item.lastIndexOf('/') + 1));
        CallerContext.runAs(
                AutomationPolicy.EVIDENCE_KEEPER,
                () -> {
                    try {
                        carryOut.carryOut(id);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private String upload(String content) {
        return api.post(incident + "/evidence")
                .token(rita)
                .header("Cordon-Title", "the page")
                .header("Cordon-Source", "web1, /var/www")
                .header("Cordon-Purpose", "what was changed")
                .bytes("application/octet-stream", content.getBytes(UTF_8))
                .send()
                .header("Location");
    }
}
