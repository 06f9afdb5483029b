package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Role;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class EvidenceIntakeApiIT {

    private static final byte[] CARD = "card=4111111111111111&cvc=123\n".getBytes(UTF_8);
    private static final byte[] SHELL = "<?php system($_GET['c']);".getBytes(UTF_8);

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String rita = "";
    private String incident = "";

    EvidenceIntakeApiIT(Api api, Tokens tokens, Shop shop) {
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
    void cardNumbersInTextAreBlottedOutAndTheFactsSaySo() {
        var item = upload("export.csv", CARD).header("Location");

        var shown = api.get(item).token(rita).send();
        var stored = "card=411111******1111&cvc=***\n";

        assertThat(content(item, "")).isEqualTo(stored.getBytes(UTF_8));
        assertThat(shown.text("sha256")).isEqualTo(Sha256.of(stored.getBytes(UTF_8)).hex());
        assertThat(shown.json().at("/cards/masked").asInt()).isEqualTo(2);
        assertThat(shown.json().at("/cards/rules").asString()).isEqualTo("cards/2");
        assertThat(shown.json().at("/cards/searched").asString()).isEqualTo("ALL");
        assertThat(shown.json().at("/cards/came").asString()).isEqualTo(Sha256.of(CARD).hex());
        var verdict = api.post(item + "/verify").token(rita).send();
        assertThat(verdict.text("result")).isEqualTo("INTACT");
    }

    @Test
    void cardNumbersThatCannotBeBlottedOutAreRefusedUnlessSomebodySaysWhy() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(CARD);
        }

        var refused = upload("export.csv.gz", packed.toByteArray());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/cards").asInt()).isEqualTo(2);
        assertThat(refused.text("detail")).contains("Unpack it").contains("Nothing was kept");
        assertThat(api.get(incident + "/evidence").token(rita).send().json().size()).isZero();

        var because = Map.of("Cordon-Leave-Cards", "needed%20as%20it%20is");
        assertThat(upload("x.gz", packed.toByteArray(), because).status()).isEqualTo(403);
        rita = tokens.of("carla", Role.INCIDENT_COMMANDER);
        var item = upload("x.gz", packed.toByteArray(), because).header("Location");
        var shown = api.get(item).token(rita).send();
        assertThat(shown.json().at("/cards/left").asInt()).isEqualTo(2);
        assertThat(shown.json().at("/cards/because").asString()).isEqualTo("needed as it is");
        assertThat(shown.text("sha256")).isEqualTo(Sha256.of(packed.toByteArray()).hex());
    }

    @Test
    void cardNumbersInAnAttachmentAreRefusedAndThoseBesideItBlottedOut() {
        var attached = Base64.getMimeEncoder().encodeToString(CARD);
        var mail =
                "From: a@shop.example\r\nDate: Mon, 23 Nov 2026 02:00:00 +0000\r\n\r\n"
                        + new String(CARD, UTF_8)
                        + "\r\n--b\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                        + attached
                        + "\r\n";

        var refused = upload("complaint.eml", mail.getBytes(UTF_8));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/cards").asInt()).isEqualTo(2);
        assertThat(refused.text("detail")).contains("attachment").contains("Nothing was kept");
        rita = tokens.of("carla", Role.INCIDENT_COMMANDER);
        var because = Map.of("Cordon-Leave-Cards", "needed");
        var item = upload("complaint.eml", mail.getBytes(UTF_8), because).header("Location");
        var shown = api.get(item).token(rita).send();
        assertThat(shown.json().at("/cards/left").asInt()).isEqualTo(2);
        assertThat(shown.json().at("/cards/masked").asInt()).isEqualTo(2);
        assertThat(new String(content(item, ""), UTF_8)).contains("411111******1111", attached);
    }

    @Test
    void whatCannotBeLookedIntoIsTakenInAndSaysSo() {
        var item = upload("loot.rar", "Rar!\u001a\u0007\u0001\0...".getBytes(ISO_8859_1));

        var shown = api.get(item.header("Location")).token(rita).send();

        assertThat(shown.json().at("/cards/searched").asString()).isEqualTo("PART");
    }

    @Test
    void whatIsDangerousComesWrappedAndUnwrappedOnlyToWhoMay() throws IOException {
        var item = upload("shell.php", SHELL).header("Location");

        assertThat(api.get(item).token(rita).send().text("danger")).isEqualTo("php");
        var answer = get(item, "");
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("shell.php.zip");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/octet-stream");
        try (var zip =
                new ZipInputStream(
                        new ByteArrayInputStream(answer.body()), "infected".toCharArray())) {
            assertThat(zip.getNextEntry().getFileName()).isEqualTo("shell.php");
            assertThat(zip.readAllBytes()).isEqualTo(SHELL);
        }

        assertThat(get(item, "&plain=true").statusCode()).isEqualTo(403);
        rita = tokens.of("carla", Role.INCIDENT_COMMANDER);
        assertThat(content(item, "&plain=true")).isEqualTo(SHELL);
        var chain = api.get(item + "/custody").token(rita).send().json();
        assertThat(chain.at("/1/purpose").asString()).isEqualTo("reading");
        assertThat(chain.at("/2/purpose").asString()).isEqualTo("reading (unwrapped)");
    }

    @Test
    void whatAPersonSuspectsIsWrappedToo() {
        var item =
                upload("a.dat", "harmless?".getBytes(UTF_8), Map.of("Cordon-Suspected", "true"))
                        .header("Location");

        assertThat(api.get(item).token(rita).send().text("danger")).isEqualTo("suspected");
        assertThat(new String(content(item, ""), UTF_8)).startsWith("PK");
    }

    @Test
    void aTreeHasAManifestThatIsBoundAndCanBeRead() throws IOException {
        var tree = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(tree)) {
            zip.putNextEntry(new ZipEntry("wp-content/a.txt"));
            zip.write("a".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("../../b.txt"));
            zip.write("b".getBytes(UTF_8));
        }
        var kind = Map.of("Cordon-Kind", "FILE_TREE", "Cordon-Covers", "tree%20/var/www/html");
        var item = upload("site.zip", tree.toByteArray(), kind).header("Location");

        var shown = api.get(item).token(rita).send();
        var manifest = api.get(item + "/manifest").token(rita).send();

        assertThat(shown.text("manifest"))
                .isEqualTo(Sha256.of(manifest.http().body().getBytes(UTF_8)).hex());
        assertThat(shown.json().at("/covers/0").asString()).isEqualTo("tree /var/www/html");
        assertThat(manifest.http().body())
                .isEqualTo(
                        "cordon/manifest/v1\n"
                                + Sha256.of("b".getBytes(UTF_8))
                                + "  1  ../../b.txt\n"
                                + Sha256.of("a".getBytes(UTF_8))
                                + "  1  wp-content/a.txt\n");
        assertThat(upload("no.zip", CARD, kind).text("detail")).contains("neither a ZIP nor a tar");
        var plain = upload("plain.txt", "x".getBytes(UTF_8)).header("Location");
        assertThat(api.get(plain + "/manifest").token(rita).send().status()).isEqualTo(404);
    }

    private byte[] content(String item, String more) {
        return get(item, more).body();
    }

    private HttpResponse<byte[]> get(String item, String more) {
        try (var client = HttpClient.newHttpClient()) {
            var uri = "http://127.0.0.1:" + api.port() + item + "/content?purpose=reading" + more;
            var request =
                    HttpRequest.newBuilder(URI.create(uri))
                            .header("Authorization", "Bearer " + rita)
                            .build();
            return client.send(request, BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Api.Answer upload(String name, byte[] content) {
        return upload(name, content, Map.of());
    }

    private Api.Answer upload(String name, byte[] content, Map<String, String> headers) {
        var call =
                api.post(incident + "/evidence")
                        .token(rita)
                        .header("Cordon-Title", "an export")
                        .header("Cordon-Source", "web1")
                        .header("Cordon-Purpose", "what was taken")
                        .header("Content-Disposition", "attachment; filename=\"" + name + "\"");
        headers.forEach(call::header);
        return call.bytes("application/octet-stream", content).send();
    }
}
