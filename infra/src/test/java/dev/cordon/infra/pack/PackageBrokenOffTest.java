package dev.cordon.infra.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.MakePackage.Progress;
import dev.cordon.application.evidence.PackageWriter;
import dev.cordon.application.evidence.Packages;
import dev.cordon.application.evidence.PackagesByHand;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import dev.cordon.infra.persistence.evidence.StoredEvidence;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ApplicationContext;

/** A package whose making is killed somewhere: nothing half, nothing lost, and nothing twice. */
@PersistenceTest
class PackageBrokenOffTest {

    private final Packages packages;
    private final CustodyChains chains;
    private final StoredEvidence evidence;
    private final Emptied database;
    private final StoredIncident incident;
    private final ApplicationContext program;
    private PackageMaking making;
    private PackagesByHand byHand;
    @TempDir private Path folder;

    PackageBrokenOffTest(
            Packages packages,
            CustodyChains chains,
            StoredEvidence evidence,
            Emptied database,
            StoredIncident incident,
            ApplicationContext program) {
        this.packages = packages;
        this.chains = chains;
        this.evidence = evidence;
        this.database = database;
        this.incident = incident;
        this.program = program;
    }

    @BeforeEach
    void twoItems() {
        database.empty();
        incident.store();
        making = new PackageMaking(program, folder);
        byHand = making.by(packages, chains, making.writer);
    }

    @AfterEach
    void close() {
        making.close();
    }

    @ParameterizedTest
    @CsvSource({
        "packages, ask, false",
        "packages, read, true",
        "packages, crcs, false",
        "writer, state, true",
        "chains, append, true",
        "packages, record, false",
        "packages, record, true",
        "packages, recorded, false",
        "writer, proofs, false",
        "packages, finish, false",
        "packages, finish, true",
        "packages, whole, false"
    })
    void whatBrokeOffGoesOnWhereItWas(String port, String method, boolean done) throws IOException {
        var id = broken(port, method, done);
        assertNothingHalf(id);
        if (id == null) {
            return;
        }

        making.make(byHand, id);

        var file = making.download(byHand, id);
        assertThat(Packed.check(file, making.key())).isInstanceOf(Verdict.Intact.class);
        assertThat(making.exports(making.first)).isEqualTo(1);
        assertThat(making.exports(making.second)).isEqualTo(1);
        assertThat(making.download(byHand, id)).isEqualTo(file);
        assertThat(making.ledger.check().findings()).isEmpty();
    }

    /** Returns the package, if it was asked for at all. */
    private PackageId broken(String port, String method, boolean done) {
        var breaking =
                making.by(
                        port.equals("packages")
                                ? Breaking.at(Packages.class, packages, method, done)
                                : packages,
                        port.equals("chains")
                                ? Breaking.at(CustodyChains.class, chains, method, done)
                                : chains,
                        port.equals("writer")
                                ? Breaking.at(PackageWriter.class, making.writer, method, done)
                                : making.writer);
        var asked = new PackageId[1];
        assertThatThrownBy(
                        () -> {
                            asked[0] = making.ask(breaking);
                            making.make(breaking, asked[0]);
                            making.download(breaking, asked[0]);
                        })
                .isInstanceOf(Breaking.Killed.class);
        return asked[0];
    }

    private void assertNothingHalf(PackageId id) {
        assertThat(making.exports(making.first)).isEqualTo(making.exports(making.second));
        if (id == null) {
            assertThat(making.exports(making.first)).isZero();
            assertThat(packages.of(making.first.incident())).isEmpty();
            return;
        }
        assertThat(packages.recorded(id).isPresent()).isEqualTo(making.exports(making.first) == 1);
        assertThat(making.ledger.check().findings()).isEmpty();
    }

    @Test
    void aChainThatGrowsMeanwhileIsStatedToItsEnd() throws IOException {
        var id = making.ask(byHand);
        var late =
                making.by(
                        packages,
                        chains,
                        whileStating(() -> evidence.view(making.first.id(), making.now)));

        making.make(late, id);

        assertThat(chains.of(making.first.id()).stream().map(CustodyEntry::action))
                .containsExactly(Action.COLLECTED, Action.VIEWED, Action.EXPORTED);
        assertThat(Packed.check(making.download(byHand, id), making.key()))
                .isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void timeStampsOfEarlierCheckpointsGoAlong() throws IOException {
        making.anchor();
        making.ledger.sequence();
        var id = making.ask(byHand);
        making.make(byHand, id);

        var verdict = (Verdict.Intact) Packed.check(making.download(byHand, id), making.key());

        assertThat(verdict.contents().stamps()).hasSize(1);
        assertThat(Packed.files(making.download(byHand, id)).keySet())
                .filteredOn(path -> path.startsWith("timestamps/"))
                .hasSize(2);
    }

    @Test
    void aLedgerThatSaysSomethingElseEndsTheMaking() {
        var id = making.ask(byHand);
        making.step(byHand, id);
        making.ledger.sequence();
        database.asOwner(
                """
                alter table ledger_leaf disable trigger append_only;
                update ledger_leaf set at = '2020-01-01T00:00:00Z' where subject = '%s/1';
                alter table ledger_leaf enable trigger append_only
                """
                        .formatted(making.second.id()));

        var progress = making.step(byHand, id);

        assertThat(progress).isEqualTo(Progress.OVER);
        assertThat(packages.get(id, StoreScope.ALL).phase())
                .isInstanceOfSatisfying(
                        Phase.Failed.class,
                        failed -> assertThat(failed.label()).isEqualTo("EV-0002"));
    }

    private PackageWriter whileStating(Runnable meanwhile) {
        var first = new boolean[] {true};
        return (PackageWriter)
                Proxy.newProxyInstance(
                        PackageWriter.class.getClassLoader(),
                        new Class<?>[] {PackageWriter.class},
                        (_, called, arguments) -> {
                            if (called.getName().equals("state") && first[0]) {
                                first[0] = false;
                                meanwhile.run();
                            }
                            return called.invoke(making.writer, arguments);
                        });
    }
}
