package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.application.evidence.WatchIntegrity;
import dev.cordon.domain.evidence.ledger.ConsistencyProof;
import dev.cordon.domain.evidence.ledger.InclusionProof;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class LedgerApiIT {

    private static final byte[] RFC_8410 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final SequenceLedger sequence;
    private final WatchIntegrity watch;
    private String amira = "";
    private String item = "";

    LedgerApiIT(Api api, Tokens tokens, Shop shop, SequenceLedger sequence, WatchIntegrity watch) {
        this.watch = watch;
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.sequence = sequence;
    }

    @BeforeEach
    void anItemInTheLedger() {
        item = upload("/api/v1/incidents/" + shop.incident(shop.open()));
        amira = tokens.of("amira", Role.AUDITOR);
        sequence();
    }

    @Test
    void whatIsCollectedWaitsAndThenSaysSinceWhenItIsInTheLedger() {
        var fresh = upload("/api/v1/incidents/" + shop.incident(shop.open()));
        var waiting = api.post(fresh + "/verify").token(amira).send().json();

        var verdict = api.post(item + "/verify").token(amira).send().json();

        assertThat(waiting.at("/ledger/state").asString()).isEqualTo("WAITING");
        assertThat(waiting.at("/ledger/waiting").asInt()).isEqualTo(1);
        assertThat(verdict.get("result").asString()).isEqualTo("INTACT");
        assertThat(verdict.at("/ledger/state").asString()).isEqualTo("RECORDED");
        assertThat(verdict.at("/ledger/entry").asLong())
                .isBetween(1L, verdict.at("/ledger/of").asLong());
        assertThat(verdict.at("/ledger/since").asString()).isNotBlank();
    }

    @Test
    void aStrangerChecksALeafWithTheProofTheNoteAndTheKeyAlone() throws GeneralSecurityException {
        var key = api.get("/api/v1/ledger/key").token(amira).send().http().body().strip();

        var proof = api.get("/api/v1/ledger/proofs/" + leaf()).token(amira).send().json();

        var note = proof.get("checkpoint").asString();
        var size = proof.get("size").asLong();
        var checkpoint = new SignedCheckpoint(size, note).checkpoint().orElseThrow();
        var position = proof.at("/leaf/position").asLong();
        assertThat(isSigned(note, key)).isTrue();
        assertThat(isSigned(note.replace("\ntime 2", "\ntime 3"), key)).isFalse();
        assertThat(
                        new InclusionProof(position, size, path(proof))
                                .leads(hash(proof.get("leaf")), checkpoint.root()))
                .isTrue();
    }

    @Test
    void theLedgerOnlyGrows() {
        var before = checkpoint();
        upload("/api/v1/incidents/" + shop.incident(shop.open()));
        sequence();
        var after = checkpoint();

        var proof =
                api.get(
                                "/api/v1/ledger/consistency?from=%d&to=%d"
                                        .formatted(before.size(), after.size()))
                        .token(amira)
                        .send()
                        .json();

        assertThat(
                        new ConsistencyProof(before.size(), after.size(), path(proof))
                                .holds(
                                        before.checkpoint().orElseThrow().root(),
                                        after.checkpoint().orElseThrow().root()))
                .isTrue();
    }

    @Test
    void theWholeLedgerIsComputedAnew() {
        var report = api.post("/api/v1/ledger/verify").token(amira).send().json();

        assertThat(report.get("findings").size()).as(report.toString()).isZero();
        assertThat(report.get("whole").asBoolean()).isTrue();
        assertThat(report.get("entries").asLong()).isPositive();
    }

    @Test
    void withoutSettingsNobodyOutsideVouchesAndNothingIsMadeUp() {
        var size = checkpoint().size();

        var outside = api.get("/api/v1/ledger/anchors").token(amira).send().json();
        var stamped = api.get("/api/v1/ledger/checkpoints/" + size).token(amira).send().json();
        var never = api.get("/api/v1/ledger/checkpoints/" + (size + 1000)).token(amira).send();

        assertThat(outside.get("authorities").size()).isZero();
        assertThat(outside.get("anchors").size()).isZero();
        assertThat(outside.get("mirrored").asBoolean()).isFalse();
        assertThat(new SignedCheckpoint(size, stamped.get("note").asString()).checkpoint())
                .isPresent();
        assertThat(stamped.get("anchors").size()).isZero();
        assertThat(never.status()).isEqualTo(404);
    }

    @Test
    void whatTheWatchLookedAtIsShownToWhoeverMaySeeIt() {
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 404))));
        var stranger =
                tokens.of("rita", EnumSet.allOf(Permission.class), elsewhere, Role.AUDITOR)
                        .secret();
        look();

        var standing = api.get("/api/v1/evidence/watch").token(amira).send().json();
        var others = api.get("/api/v1/evidence/watch").token(stranger).send().json();

        assertThat(standing.at("/ledger/entries").asLong()).isPositive();
        assertThat(standing.at("/ledger/checkedAt").asString()).isNotBlank();
        assertThat(standing.at("/ledger/difference").isMissingNode()).isTrue();
        assertThat(standing.get("items").asLong()).isPositive();
        assertThat(standing.get("differences").size()).isZero();
        assertThat(others.get("items").asLong()).isZero();
    }

    private void look() {
        CallerContext.callAs(
                AutomationPolicy.LEDGER,
                () -> {
                    try {
                        return watch.watch(new WatchIntegrity.Command(() -> true));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    @Test
    void toAnotherStoresPeopleALeafDoesNotExist() {
        var leaf = leaf();
        var elsewhere = new StoreScope.Only(Set.of(new StoreId(new UUID(0, 404))));
        var token =
                tokens.of("rita", EnumSet.allOf(Permission.class), elsewhere, Role.AUDITOR)
                        .secret();

        for (var path :
                List.of(
                        "/api/v1/ledger/proofs/" + leaf,
                        "/api/v1/ledger/proofs/" + UUID.randomUUID(),
                        item + "/ledger")) {
            assertThat(api.get(path).token(token).send().status()).as(path).isEqualTo(404);
        }
        assertThat(api.post("/api/v1/ledger/verify").token(token).send().status()).isEqualTo(404);
    }

    @Test
    void sizesThatNeverWereHaveNoProof() {
        var size = checkpoint().size();

        for (var range : List.of("from=0&to=1", "from=2&to=1", "from=1&to=" + (size + 1000))) {
            var answer = api.get("/api/v1/ledger/consistency?" + range).token(amira).send();

            assertThat(answer.status()).as(range).isEqualTo(404);
        }
    }

    private SignedCheckpoint checkpoint() {
        var note = api.get("/api/v1/ledger/checkpoint").token(amira).send().http().body();
        return new SignedCheckpoint(Long.parseLong(note.split("\n")[1]), note);
    }

    private void sequence() {
        var all = new SequenceLedger.Command(() -> true);
        CallerContext.callAs(
                AutomationPolicy.LEDGER,
                () -> {
                    try {
                        return sequence.sequence(all);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private String leaf() {
        return api.get(item + "/ledger").token(amira).send().json().at("/0/id").asString();
    }

    /** From the leaf's own fields, as the decision record writes them down. */
    private static Sha256 hash(JsonNode leaf) {
        var digest = Sha256.newDigest();
        digest.update((byte) 0);
        for (var field :
                List.of(
                        "cordon/ledger/leaf/v1",
                        leaf.get("id").asString(),
                        leaf.get("kind").asString(),
                        leaf.get("subject").asString(),
                        leaf.get("content").asString(),
                        leaf.get("at").asString(),
                        leaf.get("store").asString())) {
            var bytes = field.getBytes(UTF_8);
            digest.update(java.nio.ByteBuffer.allocate(4).putInt(bytes.length).array());
            digest.update(bytes);
        }
        return Sha256.ofDigest(digest.digest());
    }

    private static List<Sha256> path(JsonNode proof) {
        return StreamSupport.stream(proof.get("path").spliterator(), false)
                .map(hash -> new Sha256(hash.asString()))
                .toList();
    }

    private static boolean isSigned(String note, String key) throws GeneralSecurityException {
        var typed =
                Base64.getDecoder()
                        .decode(key.substring(key.indexOf('+', key.indexOf('+') + 1) + 1));
        var encoded = Arrays.copyOf(RFC_8410, RFC_8410.length + 32);
        System.arraycopy(typed, 1, encoded, RFC_8410.length, 32);
        var line = Base64.getDecoder().decode(note.substring(note.lastIndexOf(' ') + 1).strip());
        var check = Signature.getInstance("Ed25519");
        check.initVerify(
                KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        check.update(note.substring(0, note.indexOf("\n\n") + 1).getBytes(UTF_8));
        return check.verify(line, 4, line.length - 4);
    }

    private String upload(String incident) {
        return api.post(incident + "/evidence")
                .token(tokens.of("rita", Role.RESPONDER))
                .header("Cordon-Title", "the page")
                .header("Cordon-Source", "web1, /var/www")
                .header("Cordon-Purpose", "what was changed")
                .header("Content-Disposition", "attachment; filename=\"page.html\"")
                .bytes("application/octet-stream", "as it was".getBytes(UTF_8))
                .send()
                .header("Location");
    }
}
