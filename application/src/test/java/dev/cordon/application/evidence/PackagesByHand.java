package dev.cordon.application.evidence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.TestCaller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.incident.IncidentId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;

/** The use cases of packages on the ports given, for somebody who may see every store. */
public record PackagesByHand(
        Ports ports, Packages packages, CustodyChains chains, PackageWriter writer) {

    private static final TestCaller CARLA = TestCaller.person("carla");

    /** What is the same whoever breaks off. */
    public record Ports(
            Incidents incidents,
            Stores stores,
            EvidenceItems items,
            EvidenceVault vault,
            Ledger ledger,
            CheckpointKey key,
            Anchors anchors,
            TimeStamps stamps,
            UnitOfWork work,
            Ids ids,
            InstantSource clock) {}

    public PackageId ask(IncidentId incident) {
        var export =
                new ExportPackage(
                        ports.incidents(),
                        ports.items(),
                        packages,
                        CARLA,
                        ports.ids(),
                        ports.clock());
        var command = new ExportPackage.Command(incident, List.of(), "trial", "Court");
        return ports.work().commit(() -> export.export(command));
    }

    public MakePackage.Progress make(PackageId id) {
        var contents =
                new PackageContents(
                        ports.vault(),
                        chains,
                        new Standings(ports.ledger(), ports.key()),
                        ports.work());
        var statement =
                new PackageStatement(
                        ports.incidents(),
                        ports.stores(),
                        ports.items(),
                        chains,
                        new PackageStamps(
                                ports.ledger(), ports.key(), ports.anchors(), ports.stamps()),
                        ports.key(),
                        writer);
        var make =
                new MakePackage(
                        packages,
                        ports.items(),
                        chains,
                        contents,
                        statement,
                        new PackageProofs(ports.ledger(), ports.key(), writer),
                        ports.work(),
                        CARLA,
                        ports.ids(),
                        ports.clock());
        try {
            return make.make(new MakePackage.Command(id, () -> true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public byte[] download(PackageId id) {
        var download =
                new DownloadPackage(
                        packages,
                        new PackageLinks(packages, writer, ports.items(), chains),
                        ports.vault(),
                        writer,
                        ports.work(),
                        CARLA,
                        ports.clock());
        var out = new ByteArrayOutputStream();
        try {
            download.open(id).content().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
