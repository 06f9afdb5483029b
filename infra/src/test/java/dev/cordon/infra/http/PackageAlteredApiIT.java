package dev.cordon.infra.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.CheckLedger;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.pack.Finding;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.pack.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationContext;

/** What was changed, damaged or disposed of is named, in the package and in the house. */
@ApiTest
class PackageAlteredApiIT {

    private static final List<String> GUARDED =
            List.of(
                    "evidence_package",
                    "evidence_package_item",
                    "evidence_package_record",
                    "evidence_package_statement",
                    "evidence_package_file");

    private final Api api;
    private final Tokens tokens;
    private final CheckLedger ledger;
    private final OwnerConnection owner;
    private final Path vault;
    private final PackageSteps packages;

    PackageAlteredApiIT(
            Api api,
            Tokens tokens,
            CheckLedger ledger,
            OwnerConnection owner,
            ApplicationContext program) {
        this.api = api;
        this.tokens = tokens;
        this.ledger = ledger;
        this.owner = owner;
        this.vault =
                Path.of(
                        program.getEnvironment().getRequiredProperty("cordon.data"),
                        "evidence",
                        "content");
        this.packages = new PackageSteps(program);
    }

    @BeforeEach
    void twoItems() {
        packages.begin();
    }

    @Test
    void aFlippedByteIsFoundWhateverIsHashedAgain() throws Exception {
        var file = packages.download(packages.made());

        for (var path : List.of("data/EV-0002/_con.log", "bag-info.txt", "README.txt")) {
            var verdict =
                    Packed.check(Packed.flipped(file, path), new Trusted(packages.key(), null));

            assertThat(Packed.findings(verdict)).extracting(Finding::where).contains(path);
        }
    }

    @Test
    void damagedContentLeavesNothingHalfMadeAndIsNamed() throws Exception {
        damage(packages.second);
        var asked = packages.ask(PackageSteps.WISH);
        packages.make(asked);

        var shown = api.get(asked.header("Location")).token(packages.carla).send();

        assertThat(shown.text("status")).isEqualTo("FAILED");
        assertThat(shown.text("fault")).isEqualTo("NOT_INTACT");
        assertThat(shown.text("label")).isEqualTo("EV-0002");
        assertThat(packages.actions(packages.first)).containsExactly("COLLECTED");
        assertThat(packages.actions(packages.second)).containsExactly("COLLECTED", "VERIFIED");
        assertThat(api.get(PackageSteps.content(asked)).token(packages.carla).send().status())
                .isEqualTo(409);
    }

    @Test
    void aDownloadOfContentDamagedSinceDoesNotPassForWhole() throws Exception {
        var large = "x".repeat(3 << 20);
        packages.second = packages.upload("large.log", large);
        var made = packages.made();
        damage(packages.second);

        assertThatThrownBy(() -> packages.fetch(made)).isInstanceOf(IOException.class);
    }

    @Test
    void whatWasDisposedOfDoesNotLeaveAndIsSaidToBeMissing() throws Exception {
        var before = packages.made();
        packages.dispose(packages.second);

        assertThat(packages.ask(PackageSteps.chosen(packages.second)).status()).isEqualTo(409);
        var refused = api.get(PackageSteps.content(before)).token(packages.carla).send();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("detail")).contains("EV-0002");
        var file = packages.download(packages.made());

        assertThat(packages.stated(file).items())
                .extracting(item -> item.label())
                .containsExactly("EV-0001");
        assertThat(new String(Packed.files(file).get("bag-info.txt"), UTF_8))
                .contains("disposed of before: EV-0002");
    }

    @Test
    void theLedgerKnowsPackagesAndMissesAChangedOne() throws Exception {
        var made = packages.made();
        assertThat(findingsAbout(made)).isEmpty();

        asOwner("update evidence_package_statement set custody = 'x' where package = '%s'", made);
        assertThat(findingsAbout(made))
                .containsExactly(
                        LedgerFinding.about(
                                LedgerFinding.What.PACKAGE_ALTERED, "package " + made.text("id")));
        asOwner("delete from evidence_package_statement where package = '%s'", made);
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
        var made = packages.made();

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
        var made = packages.made();
        asOwner(
                "delete from evidence_package_item where place = 1 and package = '%1$s';"
                        + " update evidence_package set recipient = 'Nobody' where id = '%1$s'",
                made);

        packages.download(made);

        assertThat(packages.actions(packages.first))
                .containsExactly("COLLECTED", "EXPORTED", "COPIED");
        assertThat(packages.actions(packages.second))
                .containsExactly("COLLECTED", "EXPORTED", "COPIED");
        var copied =
                api.get(packages.first + "/custody").token(packages.carla).send().json().get(2);
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
        var made = packages.made();

        asOwner(change, made);

        assertThat(findingsAbout(made))
                .extracting(LedgerFinding::what)
                .containsExactly(LedgerFinding.What.PACKAGE_ALTERED);
    }

    private List<LedgerFinding> findingsAbout(Api.Answer made) throws Exception {
        var of = List.of(LedgerFinding.What.PACKAGE_ALTERED, LedgerFinding.What.PACKAGE_MISSING);
        return tokens
                .as("amira", Role.AUDITOR, () -> PackageSteps.unchecked(ledger::check))
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
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute(sql.formatted(made.text("id")));
            for (var table : GUARDED) {
                statement.execute("alter table " + table + " enable trigger user");
            }
        }
    }

    private void damage(String item) throws IOException {
        var digest = api.get(item).token(packages.carla).send().text("sha256");
        var folder =
                vault.resolve(packages.incident.substring(packages.incident.lastIndexOf('/') + 1));
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
}
