package dev.cordon.application.evidence;

import dev.cordon.application.evidence.PackageWriter.Whole;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.EvidencePackage.Phase;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;

/**
 * Gives a package out, as often as asked and always the same bytes. Each time is a link in the
 * chain of every item, written before the first byte; none of them changes the package.
 */
@StreamingUseCase
public class DownloadPackage {

    /**
     * A package about to leave.
     *
     * @param fileName what to save it as
     * @param length in bytes
     */
    public record Opened(EvidencePackage made, String fileName, long length, Content content) {}

    /** Writes it, in memory that does not grow with its contents. */
    public interface Content {

        /**
         * @throws IOException before its end if a content is not what was collected; what was
         *     written must not pass for a whole file then
         */
        void writeTo(OutputStream out) throws IOException;
    }

    private static final String LEAVE = "be downloaded in a package";

    private final Packages packages;
    private final PackageLinks links;
    private final EvidenceVault vault;
    private final PackageWriter writer;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    DownloadPackage(
            Packages packages,
            PackageLinks links,
            EvidenceVault vault,
            PackageWriter writer,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.packages = packages;
        this.links = links;
        this.vault = vault;
        this.writer = writer;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws Denied if content marked dangerous is in it, and the caller may not take that out by
     *     itself either
     * @throws IllegalTransition if it is not ready, or an item in it was disposed of since
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public Opened open(PackageId id) {
        var scope = caller.scope();
        var made = work.commit(() -> packages.get(id, scope));
        if (!(made.phase() instanceof Phase.Ready)) {
            throw new IllegalTransition(
                    "package " + id, made.phase().getClass().getSimpleName(), "be downloaded");
        }
        var whole = work.commit(() -> whole(made));
        var stated = writer.read(whole.stated());
        var head = stated.head();
        if (stated.isDangerous() && !caller.may(Permission.EVIDENCE_UNWRAP)) {
            throw new Denied(
                    caller.actor().name(),
                    "DownloadPackage with dangerous evidence",
                    Permission.EVIDENCE_UNWRAP);
        }
        var length = writer.length(whole);
        work.run(() -> note(stated));
        return new Opened(
                made,
                head.incident() + "-evidence-" + id.toString().substring(0, 8) + ".zip",
                length,
                out -> write(head.incidentId(), whole, out));
    }

    private Whole whole(EvidencePackage made) {
        links.requireThere(made, LEAVE);
        return packages.whole(made.id());
    }

    private void note(PackedCustody stated) {
        var head = stated.head();
        links.leaving(
                stated,
                LEAVE,
                last ->
                        last.next(
                                Action.COPIED,
                                caller.actor(),
                                head.recipient(),
                                "download of package " + head.id() + ": " + head.purpose(),
                                clock.instant()));
    }

    private void write(IncidentId incident, Whole whole, OutputStream out) throws IOException {
        writer.write(whole, out, item -> vault.open(incident, item.content()));
    }
}
