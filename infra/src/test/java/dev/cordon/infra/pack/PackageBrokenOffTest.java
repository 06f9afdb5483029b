package dev.cordon.infra.pack;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.application.evidence.CustodyChains;
import dev.cordon.application.evidence.EvidenceItems;
import dev.cordon.application.evidence.EvidenceVault;
import dev.cordon.application.evidence.LedgerByHand;
import dev.cordon.application.evidence.MakePackage.Progress;
import dev.cordon.application.evidence.PackageWriter;
import dev.cordon.application.evidence.Packages;
import dev.cordon.application.evidence.PackagesByHand;
import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.CustodyEntry;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.evidence.pack.Verdict;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import dev.cordon.infra.persistence.StoredIncident;
import dev.cordon.infra.persistence.evidence.LedgerParts;
import dev.cordon.infra.persistence.evidence.StoredEvidence;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A package whose making is killed somewhere: nothing half, nothing lost, and nothing twice. */
@PersistenceTest
class PackageBrokenOffTest {

    private static final Actor PACKER = new Actor.Automation("evidence-packer");

    private final Map<Sha256, byte[]> vault = new HashMap<>();
    private final PackageWriter writer =
            new ZipPackageWriter(List.of(new BagInfo(), new HowToCheck()));
    private final Packages packages;
    private final CustodyChains chains;
    private final EvidenceItems items;
    private final Incidents incidents;
    private final StoredEvidence evidence;
    private final LedgerParts parts;
    private final Acting acting;
    private final Emptied database;
    private final StoredIncident incident;
    private final Ids ids;
    private final Instant now = NOON.plusSeconds(60);
    private LedgerByHand ledger;
    private PackagesByHand.Ports ports;
    private PackagesByHand byHand;
    private Tsa tsa;
    @TempDir private Path folder;

    PackageBrokenOffTest(
            Packages packages,
            CustodyChains chains,
            EvidenceItems items,
            Incidents incidents,
            StoredEvidence evidence,
            LedgerParts parts,
            Acting acting,
            Emptied database,
            StoredIncident incident,
            Ids ids) {
        this.packages = packages;
        this.chains = chains;
        this.items = items;
        this.incidents = incidents;
        this.evidence = evidence;
        this.parts = parts;
        this.acting = acting;
        this.database = database;
        this.incident = incident;
        this.ids = ids;
    }

    private EvidenceItem first;
    private EvidenceItem second;

    @BeforeEach
    void twoItems() {
        database.empty();
        tsa = new Tsa(folder, NOON);
        ledger = parts.byHand(() -> now, tsa.stamps(), MirrorFolder.none());
        ports =
                new PackagesByHand.Ports(
                        incidents,
                        answering(Stores.class, Optional.of(StoreFixtures.fjordshop())),
                        items,
                        answering(EvidenceVault.class, null),
                        parts.ledger(),
                        parts.key(),
                        parts.anchors(),
                        tsa.stamps(),
                        parts.work(),
                        ids,
                        () -> now);
        byHand = new PackagesByHand(ports, packages, chains, writer);
        incident.store();
        first = collected(1, "one");
        second = collected(2, "two");
        ledger.sequence();
    }

    @AfterEach
    void close() {
        tsa.close();
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

        make(byHand, id);

        var file = download(byHand, id);
        assertThat(Packed.check(file, new Trusted(parts.key().verifier(), null)))
                .isInstanceOf(Verdict.Intact.class);
        assertThat(exports(first)).isEqualTo(1);
        assertThat(exports(second)).isEqualTo(1);
        assertThat(download(byHand, id)).isEqualTo(file);
        assertThat(ledger.check().findings()).isEmpty();
    }

    /** Returns the package, if it was asked for at all. */
    private PackageId broken(String port, String method, boolean done) {
        var breaking =
                new PackagesByHand(
                        ports,
                        port.equals("packages")
                                ? Breaking.at(Packages.class, packages, method, done)
                                : packages,
                        port.equals("chains")
                                ? Breaking.at(CustodyChains.class, chains, method, done)
                                : chains,
                        port.equals("writer")
                                ? Breaking.at(PackageWriter.class, writer, method, done)
                                : writer);
        var asked = new PackageId[1];
        assertThatThrownBy(
                        () -> {
                            asked[0] = ask(breaking);
                            make(breaking, asked[0]);
                            download(breaking, asked[0]);
                        })
                .isInstanceOf(Breaking.Killed.class);
        return asked[0];
    }

    private void assertNothingHalf(PackageId id) {
        assertThat(exports(first)).isEqualTo(exports(second));
        if (id == null) {
            assertThat(exports(first)).isZero();
            assertThat(packages.of(first.incident())).isEmpty();
            return;
        }
        assertThat(packages.recorded(id).isPresent()).isEqualTo(exports(first) == 1);
        assertThat(ledger.check().findings()).isEmpty();
    }

    @Test
    void aChainThatGrowsMeanwhileIsStatedToItsEnd() throws IOException {
        var id = ask(byHand);
        var late =
                new PackagesByHand(
                        ports,
                        packages,
                        chains,
                        whileStating(() -> evidence.view(first.id(), now)));

        make(late, id);

        assertThat(chains.of(first.id()).stream().map(CustodyEntry::action))
                .containsExactly(Action.COLLECTED, Action.VIEWED, Action.EXPORTED);
        assertThat(Packed.check(bytes(id), new Trusted(parts.key().verifier(), null)))
                .isInstanceOf(Verdict.Intact.class);
    }

    @Test
    void timeStampsOfEarlierCheckpointsGoAlong() throws IOException {
        acting.during(
                PACKER,
                "AnchorLedger",
                () -> {
                    ledger.anchor();
                    return true;
                });
        ledger.sequence();
        var id = ask(byHand);
        make(byHand, id);

        var verdict =
                (Verdict.Intact) Packed.check(bytes(id), new Trusted(parts.key().verifier(), null));

        assertThat(verdict.contents().stamps()).hasSize(1);
        assertThat(Packed.files(bytes(id)).keySet())
                .filteredOn(path -> path.startsWith("timestamps/"))
                .hasSize(2);
    }

    @Test
    void aLedgerThatSaysSomethingElseEndsTheMaking() {
        var id = ask(byHand);
        acting.during(PACKER, "MakePackage", () -> byHand.make(id));
        ledger.sequence();
        database.asOwner(
                """
                alter table ledger_leaf disable trigger append_only;
                update ledger_leaf set at = '2020-01-01T00:00:00Z' where subject = '%s/1';
                alter table ledger_leaf enable trigger append_only
                """
                        .formatted(second.id()));

        var progress = acting.during(PACKER, "MakePackage", () -> byHand.make(id));

        assertThat(progress).isEqualTo(Progress.OVER);
        assertThat(packages.get(id, StoreScope.ALL).phase())
                .isInstanceOfSatisfying(
                        Phase.Failed.class,
                        failed -> assertThat(failed.label()).isEqualTo("EV-0002"));
    }

    private PackageId ask(PackagesByHand by) {
        return acting.during(
                new Actor.Person("carla"), "ExportPackage", () -> by.ask(first.incident()));
    }

    private void make(PackagesByHand by, PackageId id) {
        acting.during(
                PACKER,
                "MakePackage",
                () -> {
                    var progress = by.make(id);
                    for (int run = 0; progress != Progress.OVER; run++) {
                        assertThat(run).isLessThan(5);
                        ledger.sequence();
                        progress = by.make(id);
                    }
                    return true;
                });
    }

    private byte[] download(PackagesByHand by, PackageId id) {
        return acting.during(new Actor.Person("carla"), "DownloadPackage", () -> by.download(id));
    }

    private byte[] bytes(PackageId id) {
        return download(byHand, id);
    }

    private long exports(EvidenceItem item) {
        return chains.of(item.id()).stream()
                .filter(link -> link.action() == Action.EXPORTED)
                .count();
    }

    private EvidenceItem collected(long number, String content) {
        var model = EvidenceFixtures.aSearchedItem();
        var bytes = content.getBytes(UTF_8);
        vault.put(Sha256.of(bytes), bytes);
        var item =
                new EvidenceItem(
                        new EvidenceId(new UUID(0, number)),
                        model.incident(),
                        model.store(),
                        EvidenceItem.label(number),
                        model.kind(),
                        model.title(),
                        model.originalName(),
                        Sha256.of(bytes),
                        bytes.length,
                        model.intake(),
                        model.acquisition(),
                        model.custody(),
                        model.version());
        evidence.collect(item);
        return item;
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
                            return called.invoke(writer, arguments);
                        });
    }

    /** A port of which one thing is asked; a vault, if there is no answer. */
    @SuppressWarnings("unchecked")
    private <T> T answering(Class<T> port, Object answer) {
        return (T)
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, called, arguments) -> {
                            if (called.isDefault()) {
                                return InvocationHandler.invokeDefault(proxy, called, arguments);
                            }
                            return answer == null
                                    ? new ByteArrayInputStream(vault.get((Sha256) arguments[1]))
                                    : answer;
                        });
    }
}
