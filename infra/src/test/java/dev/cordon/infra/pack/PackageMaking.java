package dev.cordon.infra.pack;

import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceFixtures;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.Trusted;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.store.StoreFixtures;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.evidence.LedgerParts;
import dev.cordon.infra.persistence.evidence.StoredEvidence;
import dev.cordon.infra.timestamp.Tsa;
import dev.cordon.infra.vault.MirrorFolder;
import java.io.ByteArrayInputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Packages made step by step on the program's persistence, with two items to make them of. */
final class PackageMaking implements AutoCloseable {

    private static final Actor PACKER = new Actor.Automation("evidence-packer");
    private static final Actor CARLA = new Actor.Person("carla");

    final Instant now = NOON.plusSeconds(60);
    final PackageWriter writer = new ZipPackageWriter(List.of(new BagInfo(), new HowToCheck()));
    final LedgerByHand ledger;
    final EvidenceItem first;
    final EvidenceItem second;
    private final Map<Sha256, byte[]> vault = new HashMap<>();
    private final ApplicationContext program;
    private final Acting acting;
    private final LedgerParts parts;
    private final Tsa tsa;
    private final PackagesByHand.Ports ports;

    PackageMaking(ApplicationContext program, Path folder) {
        this.program = program;
        acting = program.getBean(Acting.class);
        parts = program.getBean(LedgerParts.class);
        tsa = new Tsa(folder, NOON);
        ledger = parts.byHand(() -> now, tsa.stamps(), MirrorFolder.none());
        ports =
                new PackagesByHand.Ports(
                        program.getBean(Incidents.class),
                        answering(Stores.class, Optional.of(StoreFixtures.fjordshop())),
                        program.getBean(EvidenceItems.class),
                        answering(EvidenceVault.class, null),
                        parts.ledger(),
                        parts.key(),
                        parts.anchors(),
                        tsa.stamps(),
                        parts.work(),
                        program.getBean(Ids.class),
                        () -> now);
        first = collected(1, "one");
        second = collected(2, "two");
        ledger.sequence();
    }

    /** Made through those. */
    PackagesByHand by(Packages packages, CustodyChains chains, PackageWriter writer) {
        return new PackagesByHand(ports, packages, chains, writer);
    }

    PackageId ask(PackagesByHand by) {
        return acting.during(CARLA, "ExportPackage", () -> by.ask(first.incident()));
    }

    Progress step(PackagesByHand by, PackageId id) {
        return acting.during(PACKER, "MakePackage", () -> by.make(id));
    }

    void make(PackagesByHand by, PackageId id) {
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

    byte[] download(PackagesByHand by, PackageId id) {
        return acting.during(CARLA, "DownloadPackage", () -> by.download(id));
    }

    /** Has a time-stamp made of the ledger as it is. */
    void anchor() {
        acting.during(
                PACKER,
                "AnchorLedger",
                () -> {
                    ledger.anchor();
                    return true;
                });
    }

    Trusted key() {
        return new Trusted(parts.key().verifier(), null);
    }

    long exports(EvidenceItem item) {
        return program.getBean(CustodyChains.class).of(item.id()).stream()
                .filter(link -> link.action() == Action.EXPORTED)
                .count();
    }

    private EvidenceItem collected(long number, String content) {
        var model = EvidenceFixtures.aSearchedItem();
        var bytes = content.getBytes(UTF_8);
        vault.put(Sha256.of(bytes), bytes);
        var item =
                EvidenceFixtures.committed(
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
                                null,
                                model.custody(),
                                model.version()));
        program.getBean(StoredEvidence.class).collect(item);
        return item;
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

    @Override
    public void close() {
        tsa.close();
    }
}
