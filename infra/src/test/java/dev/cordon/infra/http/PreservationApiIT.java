package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.OwnerConnection;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class PreservationApiIT {

    private static final String STEP =
            """
            {"step": "quarantine plugin", "losses": [{"what": "file /srv/shop/x.php"}]}
            """;

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final OwnerConnection owner;
    private final CheckLedger checkLedger;
    private StoreId store = new StoreId(new UUID(0, 0));
    private String rita = "";
    private String carla = "";
    private String incident = "";

    PreservationApiIT(
            Api api, Tokens tokens, Shop shop, OwnerConnection owner, CheckLedger checkLedger) {
        this.owner = owner;
        this.checkLedger = checkLedger;
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @BeforeEach
    void anIncident() {
        var open = shop.open();
        store = open.id();
        incident = "/api/v1/incidents/" + shop.incident(open);
        rita = tokens.of("rita", Role.RESPONDER);
        carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
    }

    @Test
    void whatIsHeldIsPreserved() {
        assertThat(check().at("/0/result").asString()).isEqualTo("NOT_PRESERVED");
        assertThat(check().at("/0/missing/0/why").asString()).isEqualTo("NOTHING_HELD");

        api.post(incident + "/evidence")
                .token(rita)
                .header("Cordon-Title", "the plugin")
                .header("Cordon-Source", "web1")
                .header("Cordon-Purpose", "before it is removed")
                .header("Cordon-Covers", "file%20/srv/shop/x.php")
                .bytes("application/octet-stream", "x".getBytes(UTF_8))
                .send();

        var checked = check();
        assertThat(checked.at("/0/result").asString()).isEqualTo("PRESERVED");
        assertThat(checked.at("/0/held/0/label").asString()).isEqualTo("EV-0001");
        assertThat(checked.at("/0/held/0/sealed").asBoolean()).isFalse();
    }

    @Test
    void aPersonWhoMayDecidesThatItNeedNotBe() {
        var wish = STEP.strip().replaceFirst("}$", ", \"reason\": \"it skims right now\"}");

        assertThat(waive(rita, wish).status()).isEqualTo(403);
        assertThat(waive(carla, wish).status()).isEqualTo(201);

        var checked = check();
        assertThat(checked.at("/0/result").asString()).isEqualTo("WAIVED");
        assertThat(checked.at("/0/waiver/by").asString()).isEqualTo("person:carla");
        var other = STEP.replace("quarantine plugin", "delete shop");
        assertThat(check(other).at("/0/result").asString()).isEqualTo("NOT_PRESERVED");
        var timeline = api.get(incident + "/timeline").token(rita).send().http().body();
        assertThat(timeline).contains("it skims right now");
    }

    @Test
    void aFolderIsNotHeldByOneAboveThatWasCollectedWithoutIt() throws IOException {
        var wish = STEP.replace("file /srv/shop/x.php", "tree /srv/shop/gone");
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("kept/a.php"));
            zip.write('a');
        }
        api.post(incident + "/evidence")
                .token(rita)
                .header("Cordon-Title", "the shop")
                .header("Cordon-Source", "web1")
                .header("Cordon-Purpose", "before it is removed")
                .header("Cordon-Kind", "FILE_TREE")
                .header("Cordon-Covers", "tree%20/srv/shop")
                .bytes("application/octet-stream", bytes.toByteArray())
                .send();

        assertThat(check(wish).at("/0/missing/0/why").asString()).isEqualTo("NOT_IN_MANIFEST");
        var kept = wish.replace("gone", "kept");
        assertThat(check(kept).at("/0/result").asString()).isEqualTo("PRESERVED");
    }

    @Test
    void aWaiverThatTheLedgerDoesNotKnowCountsForNothing() throws Exception {
        var id = waived();
        asOwner(
                "preservation_waiver",
                "update preservation_waiver set until = '2099-01-01T00:00:00Z' where id = '%s'"
                        .formatted(id));

        assertThat(check().at("/0/result").asString()).isEqualTo("NOT_PRESERVED");
        assertThat(findings()).contains(about(What.WAIVER_ALTERED, id));

        asOwner("preservation_waiver", "delete from preservation_waiver where id = '" + id + "'");
        assertThat(findings()).contains(about(What.WAIVER_MISSING, id));
    }

    @Test
    void aWaiverPutInBehindTheLedgersBackCountsForNothing() throws Exception {
        var given = waived();
        var made =
                new Waiver(
                        UUID.randomUUID(),
                        new IncidentId(
                                UUID.fromString(incident.substring(incident.lastIndexOf('/') + 1))),
                        store,
                        "delete shop",
                        List.of("file /srv/shop/x.php"),
                        "made up",
                        new Actor.Person("carla"),
                        Instant.now(),
                        Instant.now().plusSeconds(3600));
        asOwner(
                "preservation_waiver",
                """
                insert into preservation_waiver (id, incident, store, step, losses, reason, actor,
                    at, until, digest)
                values ('%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s', '%s')
                """
                        .formatted(
                                made.id(),
                                made.incident(),
                                made.store(),
                                made.step(),
                                made.losses().getFirst(),
                                made.reason(),
                                made.by().name(),
                                made.at(),
                                made.until(),
                                made.digest().hex()));

        var other = STEP.replace("quarantine plugin", "delete shop");
        assertThat(check(other).at("/0/result").asString()).isEqualTo("NOT_PRESERVED");
        assertThat(check().at("/0/result").asString()).isEqualTo("WAIVED");
        assertThat(findings())
                .contains(about(What.WAIVER_ALTERED, made.id().toString()))
                .doesNotContain(about(What.WAIVER_ALTERED, given));
    }

    private String waived() {
        var wish = STEP.strip().replaceFirst("}$", ", \"reason\": \"it skims right now\"}");
        var id = waive(carla, wish).text("id");
        assertThat(check().at("/0/result").asString()).isEqualTo("WAIVED");
        return id;
    }

    private static LedgerFinding about(What what, String id) {
        return LedgerFinding.about(what, "waiver " + id);
    }

    private List<LedgerFinding> findings() {
        return tokens.as("amira", Role.AUDITOR, this::checked).findings();
    }

    private CheckLedger.Report checked() {
        try {
            return checkLedger.check();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void asOwner(String table, String sql) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            statement.execute("alter table " + table + " disable trigger append_only");
            statement.execute(sql);
            statement.execute("alter table " + table + " enable trigger append_only");
        }
    }

    @Test
    void whatCannotBeUnderstoodIsSaidSo() {
        var answer =
                api.post(incident + "/preservation-check")
                        .token(rita)
                        .json(STEP.replace("file /srv", "file srv"))
                        .send();

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("begins with a slash");
    }

    private tools.jackson.databind.JsonNode check() {
        return check(STEP);
    }

    private tools.jackson.databind.JsonNode check(String step) {
        return api.post(incident + "/preservation-check").token(rita).json(step).send().json();
    }

    private Api.Answer waive(String token, String wish) {
        return api.post(incident + "/preservation-waivers").token(token).json(wish).send();
    }
}
