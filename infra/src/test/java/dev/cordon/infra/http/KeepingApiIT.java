package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.detection.DeleteOldLines;
import dev.cordon.application.detection.MatchedLines;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.folder.DataFolder;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@ApiTest
class KeepingApiIT {

    private static final byte[] LINES =
            "192.0.2.7 - - [20/Nov/2026:10:00:00 +0000] \"GET /shop/ HTTP/1.1\" 200 512 \"-\" \"-\"\n"
                    .repeat(3)
                    .getBytes(StandardCharsets.UTF_8);

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final TestClock clock;
    private final MatchedLines matched;
    private final DataFolder data;
    private final DeleteOldLines deleteOld;
    private String admin = "";
    private String auditor = "";

    KeepingApiIT(
            Api api,
            Tokens tokens,
            Shop shop,
            TestClock clock,
            MatchedLines matched,
            DataFolder data,
            DeleteOldLines deleteOld) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.clock = clock;
        this.matched = matched;
        this.data = data;
        this.deleteOld = deleteOld;
    }

    @BeforeEach
    void somebody() {
        admin = tokens.of("kathrin", Role.ADMINISTRATOR);
        auditor = tokens.of("karl", Role.AUDITOR);
    }

    @Test
    void whatIsOverIsDeletedWithProof() throws IOException {
        var store = shop.open();
        var taken = sentDaysAgo(store, 15);

        delete();
        delete();

        var deletions = get(store, "/deletions").get("items");
        assertThat(deletions.size()).isEqualTo(1);
        var proof = deletions.get(0);
        assertThat(proof.get("from").asLong()).isZero();
        assertThat(proof.get("to").asLong()).isEqualTo(LINES.length);
        assertThat(proof.get("lines").asLong()).isEqualTo(3);
        assertThat(proof.get("sha256").asString()).isEqualTo(Sha256.of(LINES).hex());
        assertThat(proof.get("lastTakenAt").asString()).isEqualTo(taken.toString());
        assertThat(proof.get("why").asString()).isEqualTo("AGE");
        assertThat(proof.get("owner").asString()).isEqualTo("Administrator");
        assertThat(proof.get("by").asString()).isEqualTo("automation:detection");
        assertThat(get(store, "/retention").get("keptBytes").asLong()).isZero();
        assertThat(get(store, "").get("lastReceivedAt").asString()).isEqualTo(taken.toString());
        assertThat(get(store, "").get("passedOverBytes").asLong()).isZero();
    }

    @Test
    void whatIsNotOverStays() throws IOException {
        var store = shop.open();
        sentDaysAgo(store, 13);

        delete();

        assertThat(get(store, "/deletions").get("items").size()).isZero();
        assertThat(get(store, "/retention").get("keptBytes").asLong()).isEqualTo(LINES.length);
    }

    @Test
    void aPersonAnswersForHowLongLinesAreKept() throws IOException {
        var store = shop.open();
        sentDaysAgo(store, 13);
        var seen = call(store, "/retention").header("ETag");
        var wish =
                "{\"owner\":\"Kathrin\",\"reason\":\"asked by counsel\",\"days\":10,\"bytes\":2000000}";

        assertThat(put(store, auditor, seen, wish)).isEqualTo(403);
        assertThat(put(store, admin, seen, wish.replace("10", "0"))).isBetween(400, 422);
        assertThat(put(store, admin, seen, wish)).isEqualTo(204);
        assertThat(put(store, admin, seen, wish)).isEqualTo(412);
        delete();

        var proof = get(store, "/deletions").at("/items/0");
        assertThat(proof.get("owner").asString()).isEqualTo("Kathrin");
        assertThat(proof.get("days").asInt()).isEqualTo(10);
    }

    @Test
    void aLegalHoldKeepsTheLinesUntilItIsReleased() throws IOException {
        var store = shop.open();
        sentDaysAgo(store, 15);
        var responder = tokens.of("konrad", Role.RESPONDER);
        var commander = tokens.of("klara", Role.INCIDENT_COMMANDER);
        var placed =
                api.post("/api/v1/legal-holds")
                        .token(responder)
                        .json("{\"store\":\"%s\",\"reason\":\"a dispute\"}".formatted(store.id()))
                        .send();
        assertThat(placed.status()).isEqualTo(201);
        var hold = placed.text("id");

        delete();

        assertThat(get(store, "/deletions").get("items").size()).isZero();
        assertThat(get(store, "/retention").at("/holds/0").asString()).isEqualTo(hold);

        var release = "/api/v1/legal-holds/" + hold + "/release";
        var why = "{\"reason\":\"settled\"}";
        var etag = hold(hold).get("etag").asString();
        assertThat(api.post(release).token(responder).seen(etag).json(why).send().status())
                .isEqualTo(403);
        assertThat(api.post(release).token(commander).seen(etag).json(why).send().status())
                .isEqualTo(204);
        delete();

        assertThat(get(store, "/deletions").get("items").size()).isEqualTo(1);
        assertThat(hold(hold).get("releasedBy").asString()).isEqualTo("person:klara");
        assertThat(hold(hold).get("releaseReason").asString()).isEqualTo("settled");
    }

    @Test
    void aHoldOfALogOfAnotherStoreIsNotPlaced() {
        var wish =
                "{\"store\":\"%s\",\"source\":\"%s\",\"reason\":\"a dispute\"}"
                        .formatted(shop.open().id(), shop.open().source());

        var answer =
                api.post("/api/v1/legal-holds")
                        .token(tokens.of("konrad", Role.RESPONDER))
                        .json(wish)
                        .send();

        assertThat(answer.status()).isEqualTo(404);
    }

    @Test
    void theLinesBehindAnAlertOutliveTheirLogForAYear() throws IOException {
        var store = shop.open();
        var seen = call(store, "/retention").header("ETag");
        put(store, admin, seen, "{\"owner\":\"K\",\"reason\":\"r\",\"days\":1,\"bytes\":2000000}");
        var incident = shop.incident(store);
        shop.awaitStored(store);
        takenAt(store, Instant.parse("2026-11-23T12:00:00Z"));
        delete();
        assertThat(get(store, "/retention").get("keptBytes").asLong()).isZero();

        var konrad = tokens.of("konrad", Role.RESPONDER);
        var alert =
                api.get("/api/v1/alerts?store=" + store.id())
                        .token(konrad)
                        .send()
                        .json()
                        .at("/items/0/id")
                        .asString();
        var preserved =
                api.post("/api/v1/incidents/" + incident + "/evidence/log-lines")
                        .token(konrad)
                        .json("{\"alert\":\"%s\",\"purpose\":\"a test\"}".formatted(alert))
                        .send();
        assertThat(preserved.status()).isEqualTo(201);
        var item = api.get("/api/v1/evidence/" + preserved.json().at("/0/evidence").asString());
        assertThat(item.token(konrad).send().json().toString()).contains("98 log lines");

        var cut = matched(store);
        try (var lines = matched.open(matched.of(id(store)).getFirst())) {
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .hasSize(98)
                    .allMatch(line -> line.startsWith("198.51."));
        }
        Files.setLastModifiedTime(cut, FileTime.from(clock.instant().minus(Duration.ofDays(366))));
        delete();

        assertThat(cut).doesNotExist();
        var proof = get(store, "/deletions").at("/items/0");
        assertThat(proof.get("alert").asString()).isEqualTo(alert);
        assertThat(proof.get("lines").asLong()).isEqualTo(98);
        assertThat(get(store, "/deletions").at("/items/1").has("alert")).isFalse();
    }

    private Path matched(Shop.InCare store) throws IOException {
        try (var files = Files.list(data.folder("matched").resolve(store.source()))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** Lines that were read, and whose files say that they came in so long ago. */
    private Instant sentDaysAgo(Shop.InCare store, int days) throws IOException {
        var sent =
                api.post("/ingest/v1/" + store.source() + "/lines")
                        .token(admin)
                        .bytes("text/plain", LINES)
                        .send();
        assertThat(sent.status()).isEqualTo(200);
        shop.awaitStored(store);
        var taken = clock.instant().minus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
        takenAt(store, taken);
        return taken;
    }

    private void takenAt(Shop.InCare store, Instant at) throws IOException {
        var folder = data.folder("spool").resolve(store.source());
        Files.setLastModifiedTime(
                folder.resolve("%020d.sealed.batches".formatted(0)), FileTime.from(at));
    }

    private void delete() {
        CallerContext.runAs(AutomationPolicy.DETECTION, deleteOld::delete);
    }

    private int put(Shop.InCare store, String token, String seen, String wish) {
        return api.put("/api/v1/sources/" + store.source() + "/retention")
                .token(token)
                .seen(seen)
                .json(wish)
                .send()
                .status();
    }

    private JsonNode hold(String id) {
        for (var hold : api.get("/api/v1/legal-holds").token(auditor).send().json()) {
            if (hold.get("id").asString().equals(id)) {
                return hold;
            }
        }
        throw new AssertionError("no such hold: " + id);
    }

    private JsonNode get(Shop.InCare store, String path) {
        return call(store, path).json();
    }

    private Api.Answer call(Shop.InCare store, String path) {
        return api.get("/api/v1/sources/" + store.source() + path).token(auditor).send();
    }

    private static SourceId id(Shop.InCare store) {
        return new SourceId(store.source());
    }
}
