package dev.cordon.infra.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.evidence.CheckpointKey;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.LastCheckpoint;
import dev.cordon.application.evidence.Upload;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.infra.bootstrap.RotatingProcess;
import dev.cordon.infra.crypto.KeyRotation;
import dev.cordon.infra.database.TestDatabase;
import dev.cordon.infra.evidence.Work.Kind;
import dev.cordon.infra.pack.Packed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many keep evidence, each in the middle of something, and the program is killed: a real {@code
 * kill -9} of a process of its own, on a real vault and a real database. The change of the master
 * key that follows is killed as well. Then the program starts again, and each goes on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceKilledIT {

    static final String NOBODY_IS_SENT_TO = "test.smtp.port=1";

    private Path vault = Path.of("");
    private ConfigurableApplicationContext program;
    private EvidenceSteps steps;

    /** How it stood when the program had started again, before anybody went on. */
    private List<Integer> found = List.of();

    private List<Upload> uploads = List.of();
    private String halfRotated = "";
    private String rotated = "";
    private JdbcClient ledger;
    private long kept;
    private long signed;
    private long staged;

    @BeforeAll
    void killAndGoOn() throws Exception {
        var properties = TestDatabase.properties();
        vault = Path.of(properties.get("cordon.data"), "evidence");
        var settings =
                Stream.concat(
                                properties.entrySet().stream()
                                        .map(one -> one.getKey() + "=" + one.getValue()),
                                Stream.of("db-scheduler.enabled=false", NOBODY_IS_SENT_TO))
                        .map(one -> "--" + one)
                        .toList();
        KeepingProcess.runAndKill(settings);
        RotatingProcess.runAndKill(settings);
        halfRotated = Files.readString(masterKeys(properties));
        assertThat(RotatingProcess.goOn(settings)).isEqualTo(KeyRotation.Outcome.REMOVED);
        rotated = Files.readString(masterKeys(properties));
        program = KeepingProcess.here(settings);
        steps = new EvidenceSteps(program);
        ledger = program.getBean(JdbcClient.class);
        kept = program.getBean(LastCheckpoint.class).read().orElseThrow().size();
        signed = count("select max(size) from ledger_checkpoint");
        staged = files(vault.resolve("stage"));
        found = Arrays.stream(Work.values()).map(work -> items(work).size()).toList();
        uploads = steps.begun(Work.UPLOAD_IN_PIECES.incident());
        assertNothingHalf();
        for (var work : Work.values()) {
            if (work != Work.RECORDED_AND_NOT_NOTED) {
                steps.go(work);
            }
        }
        steps.sequence();
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.close();
        }
    }

    private static Path masterKeys(Map<String, String> properties) {
        return Path.of(properties.get("cordon.data"), "keys", "master.json");
    }

    private void assertNothingHalf() {
        assertThat(steps.ledgerFindings()).isEmpty();
        for (var work : Work.values()) {
            for (var item : items(work)) {
                assertThat(steps.actions(item)).as("%s", work).first().isEqualTo(Action.COLLECTED);
                assertThat(item.custody().isSealed())
                        .as("%s", work)
                        .isEqualTo(steps.actions(item).contains(Action.SEALED));
            }
            if (work.kind() == Kind.PACKAGE) {
                assertThat(items(work).stream().map(this::exports).distinct())
                        .as("%s", work)
                        .hasSize(1);
            }
        }
        assertThat(exports(items(Work.PACKAGE_ABOUT_TO_BE_READY).getFirst())).isOne();
        assertThat(exports(items(Work.PACKAGE_BEING_RECORDED).getFirst())).isZero();
    }

    @Test
    void whatWasNotRecordedIsNoItemAndWhatWasIsOne() {
        assertThat(found(Work.NOTHING_STORED)).isZero();
        assertThat(found(Work.STORED_AND_NOT_RECORDED)).isZero();
        assertThat(found(Work.BEING_RECORDED)).isZero();
        assertThat(found(Work.UPLOAD_BEING_TAKEN_IN)).isZero();
        assertThat(found(Work.RECORDED_AND_NOT_NOTED)).isOne();
        assertThat(found(Work.UPLOAD_TAKEN_IN)).isOne();
    }

    @Test
    void everythingIsThereOnceAndAsItWasTaken() {
        for (var work : Work.values()) {
            assertThat(items(work)).as("%s", work).hasSize(work.kind() == Kind.PACKAGE ? 2 : 1);
            if (work.kind() != Kind.DISPOSE) {
                assertThat(items(work)).as("%s", work).allMatch(this::isIntact);
            }
        }
    }

    /** Everything above opens under the new key: it was changed between the kill and the start. */
    @Test
    void aKeyThatWasChangedHalfwayIsChangedWholly() {
        assertThat(halfRotated.split("keyId", -1)).hasSize(3);
        assertThat(rotated.split("keyId", -1)).hasSize(2);
    }

    @Test
    void whatTwoPeopleEndedIsGoneAndSaidToBeOnce() {
        var ending = new EndingSteps(steps);
        for (var work : Work.values()) {
            if (work.kind() == Kind.DISPOSE) {
                assertThat(found(work)).as("%s", work).isOne();
                var item = items(work).getFirst();
                assertThat(steps.actions(item)).as("%s", work).endsWith(Action.DISPOSED);
                assertThat(steps.actions(item)).as("%s", work).containsOnlyOnce(Action.DISPOSED);
                assertThat(ending.isInVault(item)).as("%s", work).isFalse();
                assertThat(steps.verify(item))
                        .as("%s", work)
                        .isInstanceOf(CustodyChain.Verdict.Disposed.class);
            }
        }
    }

    @Test
    void aStoreIsReadAnewWhereTheReadingBrokeOff() {
        var work = Work.ACQUISITION_HALF_READ;

        assertThat(found(work)).isZero();
        assertThat(staged).isZero();
        assertThat(new AcquiringSteps(steps).of(work.incident()))
                .singleElement()
                .matches(StoreAcquisition::isOver);
        assertThat(items(work).getFirst().content()).isEqualTo(Sha256.of(AcquiringSteps.dump()));
    }

    @Test
    void everyLeafHasOnePlaceAndTheLastCheckpointIsKept() throws IOException {
        assertThat(kept).isLessThan(signed);

        steps.sequence();

        assertThat(count("select count(*) from ledger_waiting")).isZero();
        assertThat(count("select count(*) from ledger_entry"))
                .isEqualTo(count("select count(*) from ledger_leaf"));
        assertThat(program.getBean(LastCheckpoint.class).read().orElseThrow().size())
                .isEqualTo(count("select max(size) from ledger_checkpoint"));
    }

    @Test
    void whatWasLockedBeforeItWasRecordedIsSealedOnce() {
        for (var work : List.of(Work.LOCKED_AND_NOT_SEALED, Work.BEING_SEALED)) {
            var item = items(work).getFirst();
            assertThat(item.custody().isSealed()).isTrue();
            assertThat(steps.actions(item)).startsWith(Action.COLLECTED, Action.SEALED);
            assertThat(steps.actions(item)).containsOnlyOnce(Action.SEALED);
        }
    }

    @Test
    void packagesAreMadeOnceAndCheckedByAStranger() throws IOException {
        var trusted = new Trusted(program.getBean(CheckpointKey.class).verifier(), null);
        for (var work : Work.values()) {
            if (work.kind() == Kind.PACKAGE) {
                var made = steps.packages(work.incident());
                assertThat(made).as("%s", work).hasSize(1);
                assertThat(items(work)).as("%s", work).allMatch(item -> exports(item) == 1);
                var file = steps.download(made.getFirst());
                assertThat(Packed.check(file, trusted))
                        .as("%s", work)
                        .isInstanceOf(Verdict.Intact.class);
            }
        }
    }

    @Test
    void anUploadGoesOnBehindThePieceThatNobodyHeardOf() {
        assertThat(uploads)
                .singleElement()
                .satisfies(
                        upload ->
                                assertThat(upload.received()).isEqualTo(2 * Upload.SMALLEST_PIECE));
        for (var work : Work.values()) {
            if (work.kind() == Kind.UPLOAD) {
                assertThat(items(work).getFirst().content())
                        .as("%s", work)
                        .isEqualTo(Sha256.of(EvidenceSteps.uploaded(work.incident())));
                assertThat(steps.begun(work.incident())).as("%s", work).isEmpty();
            }
        }
    }

    @Test
    void theLedgerIsWhole() {
        steps.sequence();

        assertThat(steps.ledgerFindings()).isEmpty();
    }

    /** Also where the program was killed before the vault could note that there is an item. */
    @Test
    void theWatchNotesWhatHasAnItemAndTheSweepLeavesItAlone() throws IOException {
        steps.watch();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));

        int swept = program.getBean(EvidenceVault.class).sweep(tomorrow, (_, _) -> false);

        assertThat(swept).isZero();
        assertThat(keys()).isEqualTo(everyItem().size());
        assertThat(everyItem()).allMatch(this::isIntact);
    }

    private static long files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.count();
        }
    }

    private long count(String sql) {
        return ledger.sql(sql).query(Long.class).single();
    }

    private int keys() throws IOException {
        try (var files = Files.walk(vault.resolve("keys"), 2)) {
            return (int)
                    files.filter(file -> file.getFileName().toString().matches("[0-9a-f]{64}"))
                            .count();
        }
    }

    /** Those whose content was not ended. */
    private List<EvidenceItem> everyItem() {
        return Arrays.stream(Work.values())
                .filter(work -> work.kind() != Kind.DISPOSE)
                .flatMap(work -> items(work).stream())
                .toList();
    }

    private boolean isIntact(EvidenceItem item) {
        return steps.verify(item) instanceof CustodyChain.Verdict.Intact;
    }

    private int found(Work work) {
        return found.get(work.ordinal());
    }

    private List<EvidenceItem> items(Work work) {
        return steps.items(work.incident());
    }

    private long exports(EvidenceItem item) {
        return steps.actions(item).stream().filter(Action.EXPORTED::equals).count();
    }
}
