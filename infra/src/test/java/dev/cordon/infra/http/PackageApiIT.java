package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.pack.Packed;
import dev.cordon.infra.pack.VerifierPage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** Evidence leaves the house, and whoever gets it checks it without us. */
@ApiTest
class PackageApiIT {

    private final Api api;
    private final PackageSteps packages;

    PackageApiIT(Api api, ApplicationContext program) {
        this.api = api;
        this.packages = new PackageSteps(program);
    }

    @BeforeEach
    void twoItems() {
        packages.begin();
    }

    @Test
    void aPackageIsMadeAndCheckedByAStranger() throws Exception {
        var asked = packages.ask(PackageSteps.WISH);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("status")).isEqualTo("ASKED");
        assertThat(api.get(PackageSteps.content(asked)).token(packages.carla).send().status())
                .isEqualTo(409);
        packages.make(asked);

        var shown = api.get(asked.header("Location")).token(packages.carla).send();
        var file = packages.download(asked);

        assertThat(shown.text("status")).isEqualTo("READY");
        assertThat(shown.text("by")).isEqualTo("person:carla");
        assertThat(Packed.check(file, Trusted.NOTHING)).isInstanceOf(Verdict.SignerUnknown.class);
        var intact = (Verdict.Intact) Packed.check(file, new Trusted(packages.key(), null));
        var stated = intact.contents().custody();
        assertThat(stated.head().recipient()).isEqualTo("Court of Hamburg");
        assertThat(stated.items())
                .extracting(item -> item.path())
                .containsExactly("data/EV-0001/_t___1_.html", "data/EV-0002/_con.log");
        assertThat(Packed.files(file).get("verify.html")).isEqualTo(VerifierPage.bytes());
        assertThat(Packed.files(file).get("report.pdf")).startsWith("%PDF-".getBytes(UTF_8));
        assertThat(shown.text("digest"))
                .isEqualTo(Sha256.of(Packed.files(file).get("custody.json")).hex());
    }

    @Test
    void eachChainEndsWithTheExportAndALaterDownloadIsALinkOfItsOwn() throws Exception {
        var made = packages.made();
        assertThat(packages.actions(packages.first)).containsExactly("COLLECTED", "EXPORTED");

        var once = packages.download(made);
        var again = packages.download(made);

        assertThat(again).isEqualTo(once);
        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "COPIED", "COPIED");
        var exported =
                api.get(packages.second + "/custody").token(packages.carla).send().json().get(1);
        assertThat(exported.path("by").asString()).isEqualTo("person:carla");
        assertThat(exported.path("counterpart").asString()).isEqualTo("Court of Hamburg");
        assertThat(exported.path("purpose").asString()).isEqualTo("trial");
        assertThat(Packed.check(once, new Trusted(packages.key(), null)))
                .isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void whatIsSentIsAFileToKeepOfAKnownLength() throws Exception {
        var made = packages.made();

        var answer = packages.fetch(made);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("-evidence-");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void chosenItemsLeaveAlone() throws Exception {
        var made = packages.ask(PackageSteps.chosen(packages.second));
        packages.make(made);

        var stated = packages.stated(packages.download(made));

        assertThat(stated.items()).extracting(item -> item.label()).containsExactly("EV-0002");
        assertThat(packages.actions(packages.first)).containsExactly("COLLECTED");
    }

    @Test
    void theSameRequestSentAgainMakesOnePackage() {
        var key = UUID.randomUUID().toString();

        var once = packages.ask(PackageSteps.WISH, key);
        var again = packages.ask(PackageSteps.WISH, key);

        assertThat(again.text("id")).isEqualTo(once.text("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(packages.list(packages.carla).json().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"purpose\":\"trial\",\"recipient\":\" \"}",
                "{\"purpose\":\"\",\"recipient\":\"me\"}",
                "{\"purpose\":\"trial\",\"recipient\":\"a\\nb\"}",
                "{\"purpose\":\"trial\"}"
            })
    void nothingLeavesForNobodyOrForNoPurpose(String wish) {
        assertThat(packages.ask(wish).status()).isEqualTo(422);
        assertThat(packages.list(packages.carla).json().size()).isZero();
    }

    @Test
    void whoOnlyAsksForTheHeadersGetsNothingAndNoLink() throws Exception {
        var made = packages.made();
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + api.port()
                                                            + PackageSteps.content(made)))
                                    .header("Authorization", "Bearer " + packages.carla)
                                    .HEAD()
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        assertThat(packages.actions(packages.first)).containsExactly("COLLECTED", "EXPORTED");
    }
}
