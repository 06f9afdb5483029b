package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Role;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class UploadApiIT {

    private static final int PIECE = 4 << 20;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private String rita = "";
    private String incident = "";

    UploadApiIT(Api api, Tokens tokens, Shop shop) {
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
    void aFileComesInPiecesAndGoesOnWhereItBrokeOff() {
        var content = new byte[PIECE + 1000];
        new Random(5).nextBytes(content);
        var upload = begin("disk.img", content.length);

        var first = piece(upload, 0, Arrays.copyOf(content, PIECE));
        assertThat(first.json().at("/received").asLong()).isEqualTo(PIECE);
        var again = piece(upload, 0, Arrays.copyOf(content, PIECE));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("refusal")).isEqualTo("WRONG_OFFSET");
        assertThat(again.text("detail")).contains("byte " + PIECE);
        assertThat(status(upload).json().at("/received").asLong()).isEqualTo(PIECE);
        assertThat(finish(upload).status()).isEqualTo(409);

        piece(upload, PIECE, Arrays.copyOfRange(content, PIECE, content.length));
        var item = finish(upload).header("Location");

        var shown = api.get(item).token(rita).send();
        assertThat(shown.text("sha256")).isEqualTo(Sha256.of(content).hex());
        assertThat(shown.text("originalName")).isEqualTo("disk.img");
        assertThat(status(upload).status()).isEqualTo(404);
    }

    @Test
    void aPieceThatWasChangedOnItsWayIsNotKept() {
        var upload = begin("a.txt", 3);

        var refused =
                api.put("/api/v1/evidence-uploads/" + upload + "/pieces?offset=0")
                        .token(rita)
                        .header("Content-Digest", digest("abd".getBytes(UTF_8)))
                        .bytes("application/octet-stream", "abc".getBytes(UTF_8))
                        .send();

        assertThat(refused.text("refusal")).isEqualTo("WRONG_DIGEST");
        assertThat(status(upload).json().at("/received").asLong()).isZero();
        assertThat(piece(upload, 0, "abcd".getBytes(UTF_8)).text("refusal"))
                .isEqualTo("WRONG_LENGTH");
    }

    @Test
    void nobodyElseSeesIt() {
        var upload = begin("a.txt", 3);
        var theirs = rita;
        rita = tokens.of("carla", Role.INCIDENT_COMMANDER);

        assertThat(status(upload).status()).isEqualTo(404);
        assertThat(piece(upload, 0, "abc".getBytes(UTF_8)).status()).isEqualTo(404);
        assertThat(finish(upload).status()).isEqualTo(404);
        assertThat(cancel(upload).status()).isEqualTo(404);

        rita = theirs;
        assertThat(cancel(upload).status()).isEqualTo(204);
        assertThat(status(upload).status()).isEqualTo(404);
    }

    @Test
    void severalBecomeOneTreeWithAManifest() {
        var one = begin("a.php", 1);
        var other = begin("a.php", 2);
        piece(one, 0, "a".getBytes(UTF_8));
        piece(other, 0, "bb".getBytes(UTF_8));

        var item = finish(one + "&upload=" + other).header("Location");

        assertThat(api.get(item).token(rita).send().text("kind")).isEqualTo("FILE_TREE");
        assertThat(api.get(item + "/manifest").token(rita).send().http().body())
                .isEqualTo(
                        "cordon/manifest/v1\n"
                                + Sha256.of("bb".getBytes(UTF_8))
                                + "  2  2-a.php\n"
                                + Sha256.of("a".getBytes(UTF_8))
                                + "  1  a.php\n");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItComes() {
        var answer =
                api.post(incident + "/evidence-uploads")
                        .token(rita)
                        .json("{\"name\":\"x\",\"size\":99000000000}")
                        .send();

        assertThat(answer.status()).isEqualTo(413);
    }

    private String begin(String name, long size) {
        return api.post(incident + "/evidence-uploads")
                .token(rita)
                .json("{\"name\":\"%s\",\"size\":%d}".formatted(name, size))
                .send()
                .text("id");
    }

    private Api.Answer piece(String upload, long offset, byte[] piece) {
        return api.put("/api/v1/evidence-uploads/" + upload + "/pieces?offset=" + offset)
                .token(rita)
                .header("Content-Digest", digest(piece))
                .bytes("application/octet-stream", piece)
                .send();
    }

    private static String digest(byte[] piece) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(Sha256.of(piece).bytes()) + ":";
    }

    private Api.Answer status(String upload) {
        return api.get("/api/v1/evidence-uploads/" + upload).token(rita).send();
    }

    private Api.Answer cancel(String upload) {
        return api.call("DELETE", "/api/v1/evidence-uploads/" + upload).token(rita).send();
    }

    private Api.Answer finish(String upload) {
        return api.post(incident + "/evidence-uploads/finish?upload=" + upload)
                .token(rita)
                .header("Cordon-Title", "the disk")
                .header("Cordon-Source", "web1")
                .header("Cordon-Purpose", "what was changed")
                .send();
    }
}
