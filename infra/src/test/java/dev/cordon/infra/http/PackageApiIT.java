package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.CarryOutDisposal;
import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.application.evidence.MakePackage;
import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.pack.Packed;
import dev.cordon.infra.pack.VerifierPage;
import dev.cordon.infra.security.CallerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** Evidence leaves the house, and whoever gets it checks it without us. */
@ApiTest
class PackageApiIT {

    private static final String WISH = "{\"purpose\":\"trial\",\"recipient\":\"Court of Hamburg\"}";

    private static final List<String> GUARDED =
            List.of(
                    "evidence_package",
                    "evidence_package_item",
                    "evidence_package_record",
                    "evidence_package_file");

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final MakePackage make;
    private final SequenceLedger sequence;
    private final CheckLedger checkLedger;
    private final CarryOutDisposal carryOut;
    private final OwnerConnection owner;
    private final Path vault;
    private String carla = "";
    private String incident = "";
    private String first = "";
    private String second = "";

    PackageApiIT(
            Api api,
            Tokens tokens,
            Shop shop,
            MakePackage make,
            SequenceLedger sequence,
            CheckLedger checkLedger,
            CarryOutDisposal carryOut,
            OwnerConnection owner,
            Environment environment) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.make = make;
        this.sequence = sequence;
        this.checkLedger = checkLedger;
        this.carryOut = carryOut;
        this.owner = owner;
        this.vault = Path.of(environment.getRequiredProperty("cordon.data"), "evidence", "content");
    }

    @BeforeEach
    void twoItems() {
        incident = "/api/v1/incidents/" + shop.incident(shop.open());
        carla = tokens.of("carla", Role.INCIDENT_COMMANDER);
        first = upload("../../Été (1).html", "<script>alert('from the attacker')</script>");
        second = upload("con.log", "198.51.100.20 - - POST /my-account/ 200");
    }

    @Test
    void aPackageIsMadeAndCheckedByAStranger() throws Exception {
        var asked = ask(WISH);
        assertThat(asked.status()).isEqualTo(202);
        assertThat(asked.text("status")).isEqualTo("ASKED");
        assertThat(api.get(content(asked)).token(carla).send().status()).isEqualTo(409);
        make(asked);

        var shown = api.get(asked.header("Location")).token(carla).send();
        var file = download(asked);

        assertThat(shown.text("status")).isEqualTo("READY");
        assertThat(shown.text("by")).isEqualTo("person:carla");
        assertThat(Packed.check(file, Trusted.NOTHING)).isInstanceOf(Verdict.SignerUnknown.class);
        var intact = (Verdict.Intact) Packed.check(file, new Trusted(key(), null));
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
        var made = made();
        assertThat(actions(first)).containsExactly("COLLECTED", "EXPORTED");

        var once = download(made);
        var again = download(made);

        assertThat(again).isEqualTo(once);
        assertThat(actions(first)).containsExactly("COLLECTED", "EXPORTED", "COPIED", "COPIED");
        var exported = api.get(second + "/custody").token(carla).send().json().get(1);
        assertThat(exported.path("by").asString()).isEqualTo("person:carla");
        assertThat(exported.path("counterpart").asString()).isEqualTo("Court of Hamburg");
        assertThat(exported.path("purpose").asString()).isEqualTo("trial");
        assertThat(Packed.check(once, new Trusted(key(), null))).isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void whatIsSentIsAFileToKeepOfAKnownLength() throws Exception {
        var made = made();

        var answer = fetch(made);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/zip");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(answer.body().length);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment;")
                .contains("-evidence-");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
    }

    @Test
    void aFlippedByteIsFoundWhateverIsHashedAgain() throws Exception {
        var file = download(made());

        for (var path : List.of("data/EV-0002/_con.log", "bag-info.txt", "README.txt")) {
            var verdict = Packed.check(Packed.flipped(file, path), new Trusted(key(), null));

            assertThat(Packed.findings(verdict)).extracting(Finding::where).contains(path);
        }
    }

    @Test
    void chosenItemsLeaveAlone() throws Exception {
        var made = ask(chosen(second));
        make(made);

        var stated = stated(download(made));

        assertThat(stated.items()).extracting(item -> item.label()).containsExactly("EV-0002");
        assertThat(actions(first)).containsExactly("COLLECTED");
    }

    @Test
    void theSameRequestSentAgainMakesOnePackage() {
        var key = UUID.randomUUID().toString();

        var once = ask(WISH, key);
        var again = ask(WISH, key);

        assertThat(again.text("id")).isEqualTo(once.text("id"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(list(carla).json().size()).isEqualTo(1);
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
        assertThat(ask(wish).status()).isEqualTo(422);
        assertThat(list(carla).json().size()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"RESPONDER", "COMMUNICATIONS_APPROVER", "AUDITOR", "ADMINISTRATOR"})
    void whoMayNotLetEvidenceOutDoesNot(Role role) {
        var made = made();
        var other = tokens.of("other", role);

        assertThat(
                        api.post(incident + "/packages")
                                .token(other)
                                .key(UUID.randomUUID().toString())
                                .json(WISH)
                                .send()
                                .status())
                .isEqualTo(403);
        assertThat(api.get(content(made)).token(other).send().status()).isEqualTo(403);
        assertThat(list(other).json().size()).isEqualTo(1);
    }

    @Test
    void anotherStoresPackagesAreNotThere() {
        var made = made();
        var elsewhere =
                tokens.of(
                                "carla",
                                EnumSet.allOf(Permission.class),
                                new StoreScope.Only(Set.of(shop.open().id())),
                                Role.INCIDENT_COMMANDER)
                        .secret();

        assertThat(list(elsewhere).status()).isEqualTo(404);
        assertThat(api.get(made.header("Location")).token(elsewhere).send().status())
                .isEqualTo(404);
        assertThat(api.get(content(made)).token(elsewhere).send().status()).isEqualTo(404);
        carla = elsewhere;
        assertThat(ask(WISH).status()).isEqualTo(404);
    }

    @Test
    void anItemOfAnotherIncidentIsNotTaken() {
        var mine = first;
        incident = "/api/v1/incidents/" + shop.incident(shop.open());

        assertThat(ask(chosen(mine)).status()).isEqualTo(404);
        assertThat(ask(WISH).status()).isEqualTo(409);
    }

    @Test
    void damagedContentLeavesNothingHalfMadeAndIsNamed() throws Exception {
        damage(second);
        var asked = ask(WISH);
        make(asked);

        var shown = api.get(asked.header("Location")).token(carla).send();

        assertThat(shown.text("status")).isEqualTo("FAILED");
        assertThat(shown.text("fault")).isEqualTo("NOT_INTACT");
        assertThat(shown.text("label")).isEqualTo("EV-0002");
        assertThat(actions(first)).containsExactly("COLLECTED");
        assertThat(actions(second)).containsExactly("COLLECTED", "VERIFIED");
        assertThat(api.get(content(asked)).token(carla).send().status()).isEqualTo(409);
    }

    @Test
    void aDownloadOfContentDamagedSinceDoesNotPassForWhole() throws Exception {
        var large = "x".repeat(3 << 20);
        second = upload("large.log", large);
        var made = made();
        damage(second);

        assertThatThrownBy(() -> fetch(made)).isInstanceOf(IOException.class);
    }

    @Test
    void whatWasDisposedOfDoesNotLeaveAndIsSaidToBeMissing() throws Exception {
        var before = made();
        dispose(second);

        assertThat(ask(chosen(second)).status()).isEqualTo(409);
        var refused = api.get(content(before)).token(carla).send();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("EV-0002");
        var file = download(made());

        assertThat(stated(file).items())
                .extracting(item -> item.label())
                .containsExactly("EV-0001");
        assertThat(new String(Packed.files(file).get("bag-info.txt"), UTF_8))
                .contains("disposed of before: EV-0002");
    }

    @Test
    void theLedgerKnowsPackagesAndMissesAChangedOne() throws Exception {
        var made = made();
        assertThat(findingsAbout(made)).isEmpty();

        asOwner("update evidence_package_record set custody = 'x' where package = '%s'", made);
        assertThat(findingsAbout(made))
                .containsExactly(
                        LedgerFinding.about(
                                LedgerFinding.What.PACKAGE_ALTERED, "package " + made.text("id")));
        asOwner("delete from evidence_package_record where package = '%s'", made);
        assertThat(findingsAbout(made))
                .containsExactly(
                        LedgerFinding.about(
                                LedgerFinding.What.PACKAGE_MISSING, "package " + made.text("id")));
    }

    @Test
    void aChangedFileBesideIsMissedToo() throws Exception {
        var made = made();

        asOwner(
                "update evidence_package_file set content = 'x' where path = 'README.txt'"
                        + " and package = '%s'",
                made);

        assertThat(findingsAbout(made))
                .extracting(LedgerFinding::what)
                .containsExactly(LedgerFinding.What.PACKAGE_ALTERED);
    }

    @Test
    void whatLeftIsSaidOfEveryItemStatedWhateverRowsSay() throws Exception {
        var made = made();
        asOwner(
                "delete from evidence_package_item where place = 1 and package = '%1$s';"
                        + " update evidence_package set recipient = 'Nobody' where id = '%1$s'",
                made);

        download(made);

        assertThat(actions(first)).containsExactly("COLLECTED", "EXPORTED", "COPIED");
        assertThat(actions(second)).containsExactly("COLLECTED", "EXPORTED", "COPIED");
        var copied = api.get(first + "/custody").token(carla).send().json().get(2);
        assertThat(copied.path("counterpart").asString()).isEqualTo("Court of Hamburg");
        assertThat(findingsAbout(made))
                .extracting(LedgerFinding::what)
                .containsExactly(LedgerFinding.What.PACKAGE_ALTERED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from evidence_package_item where place = 2 and package = '%1$s'",
                "update evidence_package set recipient = 'Nobody' where id = '%1$s'",
                "update evidence_package set purpose = 'none' where id = '%1$s'",
                "update evidence_package set asked_by = 'person:rita' where id = '%1$s'"
            })
    void aChangedWishIsMissedToo(String change) throws Exception {
        var made = made();

        asOwner(change, made);

        assertThat(findingsAbout(made))
                .extracting(LedgerFinding::what)
                .containsExactly(LedgerFinding.What.PACKAGE_ALTERED);
    }

    @Test
    void whoOnlyAsksForTheHeadersGetsNothingAndNoLink() throws Exception {
        var made = made();
        try (var http = HttpClient.newHttpClient()) {
            var answer =
                    http.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:"
                                                            + api.port()
                                                            + content(made)))
                                    .header("Authorization", "Bearer " + carla)
                                    .HEAD()
                                    .build(),
                            BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
        }

        assertThat(actions(first)).containsExactly("COLLECTED", "EXPORTED");
    }

    @Test
    void whatIsDangerousLeavesOnlyByWhoMayTakeItOutPlain() {
        var shell = upload("shell.php", "<?php system($_GET['c']);");
        assertThat(api.get(shell).token(carla).send().text("danger")).isEqualTo("php");
        var made = made();
        var kathrin = tokens.of("kathrin", Role.PRIVACY_OFFICER);

        assertThat(api.get(content(made)).token(kathrin).send().status()).isEqualTo(403);
        carla = kathrin;
        assertThat(ask(WISH).text("needed")).isEqualTo("EVIDENCE_UNWRAP");
        assertThat(ask(chosen(second)).status()).isEqualTo(202);
    }

    private List<LedgerFinding> findingsAbout(Api.Answer made) throws Exception {
        var of = List.of(LedgerFinding.What.PACKAGE_ALTERED, LedgerFinding.What.PACKAGE_MISSING);
        return tokens
                .as("amira", Role.AUDITOR, () -> unchecked(checkLedger::check))
                .findings()
                .stream()
                .filter(finding -> of.contains(finding.what()))
                .filter(finding -> ("package " + made.text("id")).equals(finding.subject()))
                .toList();
    }

    private void asOwner(String sql, Api.Answer made) throws SQLException {
        try (var connection = owner.open();
                var statement = connection.createStatement()) {
            for (var table : GUARDED) {
                statement.execute("alter table " + table + " disable trigger append_only");
            }
            statement.execute(sql.formatted(made.text("id")));
            for (var table : GUARDED) {
                statement.execute("alter table " + table + " enable trigger append_only");
            }
        }
    }

    private Api.Answer made() {
        var asked = ask(WISH);
        assertThat(asked.status()).isEqualTo(202);
        make(asked);
        return asked;
    }

    private Api.Answer ask(String wish) {
        return ask(wish, UUID.randomUUID().toString());
    }

    private Api.Answer ask(String wish, String key) {
        return api.post(incident + "/packages").token(carla).key(key).json(wish).send();
    }

    private static String chosen(String item) {
        return "{\"items\":[\"%s\"],\"purpose\":\"trial\",\"recipient\":\"Court\"}"
                .formatted(item.substring(item.lastIndexOf('/') + 1));
    }

    private Api.Answer list(String token) {
        return api.get(incident + "/packages").token(token).send();
    }

    private static String content(Api.Answer made) {
        return made.header("Location") + "/content";
    }

    /** As the job and the ledger's clockwork do. */
    private void make(Api.Answer asked) {
        var command =
                new MakePackage.Command(
                        new PackageId(UUID.fromString(asked.text("id"))), () -> true);
        run(AutomationPolicy.EVIDENCE_PACKER, () -> make.make(command));
        run(
                AutomationPolicy.LEDGER,
                () -> sequence.sequence(new SequenceLedger.Command(() -> true)));
        run(AutomationPolicy.EVIDENCE_PACKER, () -> make.make(command));
    }

    private static void run(AutomationPolicy automation, Callable<?> work) {
        CallerContext.runAs(automation, () -> unchecked(work));
    }

    private static <T> T unchecked(Callable<T> work) {
        try {
            return work.call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] download(Api.Answer made) throws Exception {
        return fetch(made).body();
    }

    private HttpResponse<byte[]> fetch(Api.Answer made) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(
                                    URI.create("http://127.0.0.1:" + api.port() + content(made)))
                            .header("Authorization", "Bearer " + carla)
                            .build(),
                    BodyHandlers.ofByteArray());
        }
    }

    private PackedCustody stated(byte[] file) throws Exception {
        return ((Verdict.Intact) Packed.check(file, new Trusted(key(), null))).contents().custody();
    }

    private String key() {
        return api.get("/api/v1/ledger/key").token(carla).send().http().body().strip();
    }

    private List<String> actions(String item) {
        return StreamSupport.stream(
                        api.get(item + "/custody").token(carla).send().json().spliterator(), false)
                .map(link -> link.path("action").asString())
                .toList();
    }

    private void damage(String item) throws IOException {
        var digest = api.get(item).token(carla).send().text("sha256");
        var folder = vault.resolve(incident.substring(incident.lastIndexOf('/') + 1));
        try (var files = Files.walk(folder)) {
            var file =
                    files.filter(Files::isRegularFile)
                            .filter(path -> path.toString().contains(digest))
                            .findFirst()
                            .orElseThrow();
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            var bytes = Files.readAllBytes(file);
            bytes[bytes.length - 20] ^= 1;
            Files.write(file, bytes);
        }
    }

    private void dispose(String item) {
        var kathrin = tokens.of("kathrin", Role.PRIVACY_OFFICER);
        api.post(item + "/disposal").token(carla).json("{\"purpose\":\"no need\"}").send();
        var seen = api.get(item).token(kathrin).send().header("ETag");
        assertThat(api.post(item + "/disposal/approve").token(kathrin).seen(seen).send().status())
                .isEqualTo(202);
        run(
                AutomationPolicy.EVIDENCE_KEEPER,
                () -> {
                    carryOut.carryOut(EvidenceId.of(item.substring(item.lastIndexOf('/') + 1)));
                    return true;
                });
    }

    private String upload(String name, String content) {
        return api.post(incident + "/evidence")
                .token(carla)
                .header("Cordon-Title", "the page")
                .header("Cordon-Source", "web1, /var/www")
                .header("Cordon-Purpose", "what was changed")
                .header("Content-Disposition", "attachment; filename*=UTF-8''" + encoded(name))
                .bytes("application/octet-stream", content.getBytes(UTF_8))
                .send()
                .header("Location");
    }

    private static String encoded(String name) {
        return URLEncoder.encode(name, UTF_8).replace("+", "%20");
    }
}
