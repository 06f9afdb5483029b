package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ApplicationContext;

/** Packages go into the hands of somebody outside, who confirms them. */
@ApiTest
class TransferApiIT {

    private static final String TO =
            """
            {"name":"Erika Beispiel","organisation":"LKA Berlin","reference":"Az. 12 Js 3/26",
             "means":"IN_PERSON","purpose":"criminal complaint"}
            """;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final PackageSteps packages;
    private Api.Answer made;

    TransferApiIT(Api api, Tokens tokens, Shop shop, ApplicationContext program) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.packages = new PackageSteps(program);
    }

    @BeforeEach
    void aPackage() {
        packages.begin();
        made = packages.made();
    }

    @Test
    void aPackageIsHandedOverAndConfirmedAndEachChainSaysSo() {
        var handedOver = handOver(packages.carla);

        assertThat(handedOver.status()).isEqualTo(201);
        assertThat(handedOver.text("digest")).isEqualTo(digest());
        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "TRANSFERRED");
        assertThat(packages.actions(packages.second))
                .containsExactly("COLLECTED", "EXPORTED", "TRANSFERRED");
        var paper = packages.upload("receipt.pdf", "signed: E. Beispiel");

        assertThat(receive(handedOver, digest(), at(handedOver), paper).status()).isEqualTo(204);

        var shown = api.get(handedOver.header("Location")).token(packages.carla).send();
        assertThat(shown.json().at("/receipt/signedBy").asString()).isEqualTo("E. Beispiel");
        assertThat(shown.json().at("/receipt/by").asString()).isEqualTo("person:carla");
        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "TRANSFERRED", "RECEIVED");
        assertThat(packages.actions(paper)).containsExactly("COLLECTED");
        var link = api.get(packages.first + "/custody").token(packages.carla).send().json().get(3);
        assertThat(link.path("counterpart").asString())
                .isEqualTo("Erika Beispiel, LKA Berlin (Az. 12 Js 3/26)");
        var all = api.get(packages.incident + "/transfers").token(packages.carla).send().json();
        assertThat(all.size()).isEqualTo(1);
        var verdict = api.post(packages.first + "/verify").token(packages.carla).send();
        assertThat(verdict.text("result")).isEqualTo("INTACT");
    }

    @Test
    void whatArrivedOtherwiseIsNoReceiptAndLeavesNothing() {
        var handedOver = handOver(packages.carla);
        var paper = packages.upload("receipt.pdf", "signed: E. Beispiel");
        var now = at(handedOver);

        assertThat(receive(handedOver, "0".repeat(64), now, paper).status()).isEqualTo(422);
        assertThat(receive(handedOver, "not a digest", now, paper).status()).isEqualTo(422);
        assertThat(receive(handedOver, digest(), now.minusSeconds(900), paper).status())
                .isEqualTo(422);
        assertThat(receive(handedOver, digest(), now.plusSeconds(900), paper).status())
                .isEqualTo(422);
        assertThat(receive(handedOver, digest(), now, packages.first).status()).isEqualTo(422);

        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "TRANSFERRED");
        assertThat(end(handedOver, "NOT_ARRIVED").status()).isEqualTo(204);
        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "TRANSFERRED", "NOT_RECEIVED");
    }

    @Test
    void nobodyAnswersTwice() {
        var handedOver = handOver(packages.carla);
        var paper = packages.upload("receipt.pdf", "signed: E. Beispiel");
        end(handedOver, "REFUSED");

        assertThat(end(handedOver, "RECALLED").status()).isEqualTo(409);
        assertThat(receive(handedOver, digest(), at(handedOver), paper).status()).isEqualTo(409);
        assertThat(packages.actions(packages.first)).hasSize(4);
        assertThat(handOver(packages.carla).status()).isEqualTo(201);
    }

    @Test
    void theReceiptFormNamesWhatIsReceivedAndHowToCheckIt() throws Exception {
        var handedOver = handOver(packages.carla);

        var form = packages.get(handedOver.header("Location") + "/receipt-form").body();

        try (var pdf = Loader.loadPDF(form)) {
            var text = new PDFTextStripper().getText(pdf);
            assertThat(text)
                    .contains(
                            "Erika Beispiel", "LKA Berlin", "Az. 12 Js 3/26", "EV-0001", "EV-0002")
                    .contains("carla", made.text("id"));
            assertThat(text.replaceAll("\\s", "")).contains(digest());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONDER", "COMMUNICATIONS_APPROVER", "AUDITOR", "ADMINISTRATOR"})
    void whoMayNotLetEvidenceOutHandsNothingOverAndAnswersNothing(Role role) {
        var handedOver = handOver(packages.carla);
        var other = tokens.of("other", role);

        assertThat(handOver(other).status()).isEqualTo(403);
        assertThat(end(handedOver, "REFUSED", other).status()).isEqualTo(403);
        assertThat(
                        api.get(handedOver.header("Location") + "/receipt-form")
                                .token(other)
                                .send()
                                .status())
                .isEqualTo(403);
        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "TRANSFERRED");
    }

    @Test
    void anotherStoresTransfersAreNotThere() {
        var handedOver = handOver(packages.carla);
        var elsewhere =
                tokens.of(
                                "carla",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(shop.open().id())),
                                Role.INCIDENT_COMMANDER)
                        .secret();

        assertThat(handOver(elsewhere).status()).isEqualTo(404);
        assertThat(end(handedOver, "REFUSED", elsewhere).status()).isEqualTo(404);
        assertThat(api.get(handedOver.header("Location")).token(elsewhere).send().status())
                .isEqualTo(404);
        assertThat(api.get(packages.incident + "/transfers").token(elsewhere).send().status())
                .isEqualTo(404);
    }

    @Test
    void aReceiptOfAnotherIncidentIsNone() {
        var handedOver = handOver(packages.carla);
        packages.incident = "/api/v1/incidents/" + shop.incident(shop.open());
        var paper = packages.upload("receipt.pdf", "signed: E. Beispiel");

        assertThat(receive(handedOver, digest(), at(handedOver), paper).status()).isEqualTo(422);
    }

    @Test
    void theSameRequestSentAgainIsOneTransfer() {
        var key = UUID.randomUUID().toString();

        var once = handOver(packages.carla, key);
        var again = handOver(packages.carla, key);

        assertThat(again.text("id")).isEqualTo(once.text("id"));
        assertThat(packages.actions(packages.first)).hasSize(3);
    }

    @Test
    void whatWasDisposedOfIsNotHandedOverAndItsReceiptIsStillRecorded() {
        var handedOver = handOver(packages.carla);
        disposeOf(packages.second);
        var paper = packages.upload("receipt.pdf", "signed: E. Beispiel");

        assertThat(handOver(packages.carla).status()).isEqualTo(409);
        assertThat(receive(handedOver, digest(), at(handedOver), paper).status()).isEqualTo(204);

        assertThat(packages.actions(packages.second)).endsWith("RECEIVED");
    }

    @ParameterizedTest
    @CsvSource({"name", "organisation", "purpose"})
    void whoGetsItAndWhyIsSaid(String field) {
        var without = TO.replaceAll("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\" \"");

        var answer =
                api.post(made.header("Location") + "/transfers")
                        .token(packages.carla)
                        .key(UUID.randomUUID().toString())
                        .json(without)
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(packages.actions(packages.first)).hasSize(2);
    }

    private void disposeOf(String item) {
        var kathrin = tokens.of("kathrin", Role.PRIVACY_OFFICER);
        api.post(item + "/disposal")
                .token(packages.carla)
                .json("{\"purpose\":\"no longer needed\"}")
                .send();
        var seen = api.get(item).token(kathrin).send().header("ETag");
        var approved =
                api.post(item + "/disposal/approve").token(kathrin).header("If-Match", seen).send();
        assertThat(approved.status()).isEqualTo(202);
    }

    /** By the program's clock, which need not be this test's. */
    private static Instant at(Api.Answer transfer) {
        return Instant.parse(transfer.text("at"));
    }

    private String digest() {
        return api.get(made.header("Location")).token(packages.carla).send().text("digest");
    }

    private Api.Answer handOver(String token) {
        return handOver(token, UUID.randomUUID().toString());
    }

    private Api.Answer handOver(String token, String key) {
        return api.post(made.header("Location") + "/transfers")
                .token(token)
                .key(key)
                .json(TO)
                .send();
    }

    private Api.Answer receive(Api.Answer transfer, String digest, Instant at, String paper) {
        return api.post(transfer.header("Location") + "/receipt")
                .token(packages.carla)
                .json(
                        """
                        {"digest":"%s","signedBy":"E. Beispiel","receivedAt":"%s","document":"%s"}
                        """
                                .formatted(digest, at, paper.substring(paper.lastIndexOf('/') + 1)))
                .send();
    }

    private Api.Answer end(Api.Answer transfer, String why) {
        return end(transfer, why, packages.carla);
    }

    private Api.Answer end(Api.Answer transfer, String why, String token) {
        return api.post(transfer.header("Location") + "/end")
                .token(token)
                .json("{\"why\":\"%s\",\"reason\":\"the courier said so\"}".formatted(why))
                .send();
    }
}
