package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Role;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class EvidenceApiIT {

    private static final byte[] CONTENT =
            "GET /?q=<script>alert('from the attacker')</script>".getBytes(UTF_8);

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String rita = "";
    private String incident = "";

    EvidenceApiIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void anIncident() {
        incident = "/api/v1/incidents/" + shop.incident(shop.open());
        rita = tokens.of("rita", Role.RESPONDER);
    }

    @Test
    void aFileIsTakenIntoCustodyAndComesBackAsItWas() {
        var item = upload(CONTENT).header("Location");

        var shown = api.get(item).token(rita).send();
        var content = api.get(item + "/content?purpose=reading").token(rita).send();

        assertThat(shown.text("sha256")).isEqualTo(Sha256.of(CONTENT).hex());
        assertThat(shown.text("by")).isEqualTo("person:rita");
        assertThat(shown.text("originalName")).isEqualTo("page.txt");
        assertThat(content.http().body()).isEqualTo(new String(CONTENT, UTF_8));
    }

    @Test
    void whatAnAttackerWroteIsAFileToKeepAndNeverAPageToShow() {
        var item = upload(CONTENT).header("Location");

        var content = api.get(item + "/content?purpose=reading").token(rita).send();

        assertThat(content.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(content.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("EV-0001-page.txt");
        assertThat(content.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(content.header("Content-Security-Policy")).contains("sandbox");
        assertThat(content.header("Cache-Control")).contains("no-store");
    }

    @Test
    void whoLookedStandsInTheChain() {
        var item = upload(CONTENT).header("Location");
        var amira = tokens.of("amira", Role.AUDITOR);

        api.get(item + "/content?purpose=annual%20audit").token(amira).send();

        var chain = api.get(item + "/custody").token(amira).send().json();
        assertThat(chain.size()).isEqualTo(2);
        assertThat(chain.at("/1/action").asString()).isEqualTo("COPIED");
        assertThat(chain.at("/1/by").asString()).isEqualTo("person:amira");
        assertThat(chain.at("/1/purpose").asString()).isEqualTo("annual audit");
        assertThat(chain.at("/1/previous")).isEqualTo(chain.at("/0/hash"));
    }

    @Test
    void whatIsLookedAtIsCharactersAloneAndTheChainSaysThatItWasViewed() {
        var item = upload(CONTENT).header("Location");
        var amira = tokens.of("amira", Role.AUDITOR);

        var seen = api.get(item + "/beginning?purpose=annual%20audit").token(amira).send();

        assertThat(seen.header("Content-Type")).startsWith("application/json");
        assertThat(seen.text("form")).isEqualTo("TEXT");
        assertThat(seen.text("text")).isEqualTo(new String(CONTENT, UTF_8));
        assertThat(seen.json().at("/shown").asInt()).isEqualTo(CONTENT.length);
        var chain = api.get(item + "/custody").token(amira).send().json();
        assertThat(chain.size()).isEqualTo(2);
        assertThat(chain.at("/1/action").asString()).isEqualTo("VIEWED");
        assertThat(chain.at("/1/by").asString()).isEqualTo("person:amira");
        assertThat(chain.at("/1/purpose").asString()).isEqualTo("annual audit");
    }

    @Test
    void nobodyLooksAtTheBeginningWithoutAPurpose() {
        var item = upload(CONTENT).header("Location");

        var silent = api.get(item + "/beginning?purpose=%20").token(rita).send();

        assertThat(silent.status()).isEqualTo(422);
        assertThat(api.get(item + "/custody").token(rita).send().json().size()).isEqualTo(1);
    }

    @Test
    void nobodyLooksWithoutAPurpose() {
        var item = upload(CONTENT).header("Location");

        assertThat(api.get(item + "/content").token(rita).send().status()).isEqualTo(400);
        assertThat(api.get(item + "/content?purpose=").token(rita).send().status()).isEqualTo(422);
        assertThat(api.get(item + "/custody").token(rita).send().json().size()).isEqualTo(1);
    }

    @Test
    void anItemIsVerified() {
        var item = upload(CONTENT).header("Location");

        var verdict = api.post(item + "/verify").token(tokens.of("amira", Role.AUDITOR)).send();

        assertThat(verdict.text("result")).isEqualTo("INTACT");
        assertThat(verdict.json().get("links").asInt()).isEqualTo(1);
    }

    @Test
    void theRegisterListsEvidenceOfAllIncidentsAndOfOneStoreAlone() {
        var item = upload(CONTENT).header("Location");
        var mine = api.get(item).token(rita).send();
        var store = mine.text("store");

        var listed = api.get("/api/v1/evidence?store=" + store).token(rita).send();
        var held = api.get("/api/v1/evidence?which=ON_HOLD&store=" + store).token(rita).send();
        var elsewhere = api.get("/api/v1/evidence?store=" + shop.open().id()).token(rita).send();

        assertThat(listed.json().at("/items").size()).isEqualTo(1);
        assertThat(listed.json().at("/items/0/item/id").asString()).isEqualTo(mine.text("id"));
        assertThat(listed.json().at("/items/0/incident").asString()).startsWith("INC-");
        assertThat(held.json().at("/items").size()).isZero();
        assertThat(elsewhere.json().at("/items").size()).isZero();
    }

    @Test
    void anUploadThatBreaksOffLeavesNothing() throws IOException {
        try (var socket = new Socket("127.0.0.1", api.port())) {
            var out = socket.getOutputStream();
            out.write(
                    """
                    POST %s/evidence HTTP/1.1\r
                    Host: 127.0.0.1\r
                    Authorization: Bearer %s\r
                    Content-Type: application/octet-stream\r
                    Content-Length: 1000000\r
                    Cordon-Title: half a file\r
                    Cordon-Source: web1\r
                    Cordon-Purpose: test\r
                    \r
                    only the beginning"""
                            .formatted(incident, rita)
                            .getBytes(ISO_8859_1));
            out.flush();
            socket.shutdownOutput();
            // Whatever is answered comes when the server is done with it.
            socket.getInputStream().readAllBytes();
        }

        assertThat(api.get(incident + "/evidence").token(rita).send().json().size()).isZero();
    }

    @Test
    void anUploadBeyondTheLimitIsRefusedBeforeItIsSent() throws IOException {
        try (var socket = new Socket("127.0.0.1", api.port())) {
            socket.getOutputStream()
                    .write(
                            """
                            POST %s/evidence HTTP/1.1\r
                            Host: 127.0.0.1\r
                            Authorization: Bearer %s\r
                            Content-Type: application/octet-stream\r
                            Content-Length: 99000000000\r
                            Connection: close\r
                            \r
                            """
                                    .formatted(incident, rita)
                                    .getBytes(ISO_8859_1));
            var first = new byte[12];
            socket.getInputStream().readNBytes(first, 0, first.length);

            assertThat(new String(first, ISO_8859_1)).isEqualTo("HTTP/1.1 413");
        }
    }

    @Test
    void evidenceWithoutItsFactsIsNotTaken() {
        var answer =
                api.post(incident + "/evidence")
                        .token(rita)
                        .bytes("application/octet-stream", CONTENT)
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("Cordon-Title");
    }

    @Test
    void theLogLinesBehindAnAlertArePreserved() {
        var alert =
                api.get("/api/v1/alerts?status=ESCALATED&limit=1")
                        .token(rita)
                        .send()
                        .json()
                        .at("/items/0/id")
                        .asString();

        var answer =
                api.post(incident + "/evidence/log-lines")
                        .token(rita)
                        .json("{\"alert\":\"" + alert + "\",\"purpose\":\"what they tried\"}")
                        .send();

        assertThat(answer.status()).isEqualTo(201);
        var item = answer.json().at("/0/evidence").asString();
        var lines =
                api.get("/api/v1/evidence/" + item + "/content?purpose=reading").token(rita).send();
        assertThat(lines.http().body()).contains("POST ");
    }

    @Test
    void whoeverOnlyReadsCollectsNothing() {
        rita = tokens.of("amira", Role.AUDITOR);

        assertThat(upload(CONTENT).status()).isEqualTo(403);
    }

    private Api.Answer upload(byte[] content) {
        return api.post(incident + "/evidence")
                .token(rita)
                .header("Cordon-Title", "the page")
                .header("Cordon-Source", "web1, /var/www")
                .header("Cordon-Purpose", "what was changed")
                .header("Content-Disposition", "attachment; filename=\"page.txt\"")
                .bytes("application/octet-stream", content)
                .send();
    }
}
