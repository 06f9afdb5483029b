package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.EvidencePackage;
import dev.cordon.domain.evidence.PackageId;
import dev.cordon.domain.evidence.pack.PackedCustody;
import dev.cordon.domain.evidence.pack.PackedItem;
import dev.cordon.domain.evidence.transfer.Receiver;
import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.Transfer.Means;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Records that a package goes into the hands of somebody outside, who has to confirm it. Each
 * content is hashed anew before, and each chain says to whom and how.
 */
@StreamingUseCase
public class TransferPackage {

    /**
     * @param purpose why they get it
     * @param progress told of the bytes of all contents
     */
    public record Command(
            PackageId evidencePackage,
            Receiver to,
            Means means,
            String purpose,
            Progress progress) {
        public Command {
            purpose = Purposes.required(purpose);
        }

        public Command(PackageId evidencePackage, Receiver to, Means means, String purpose) {
            this(evidencePackage, to, means, purpose, Progress.UNWATCHED);
        }
    }

    private final Packages packages;
    private final Transfers transfers;
    private final Custodians custodians;
    private final PackageLinks links;
    private final UnitOfWork work;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    TransferPackage(
            Packages packages,
            Transfers transfers,
            Custodians custodians,
            PackageLinks links,
            UnitOfWork work,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.packages = packages;
        this.transfers = transfers;
        this.custodians = custodians;
        this.links = links;
        this.work = work;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws NotIntact if a content or a chain is not what it was; that is in its chain then
     * @throws Denied if content marked dangerous is in it, and the caller may not take that out by
     *     itself either
     * @throws IllegalTransition if it is not ready, or an item in it was disposed of since
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public TransferId transfer(Command command) throws IOException {
        var scope = caller.scope();
        var made = work.commit(() -> packages.get(command.evidencePackage(), scope));
        var id = new TransferId(ids.next());
        handOver(id, made, command);
        var stated = work.commit(() -> links.stated(made, "be handed over"));
        requireMayLeave(stated);
        requireIntact(stated, command.progress());
        var handedOver = handOver(id, made, command);
        work.run(
                () -> {
                    links.leaving(stated, "be handed over", handedOver.state()::link);
                    transfers.add(handedOver);
                });
        return id;
    }

    private void requireIntact(PackedCustody stated, Progress progress) throws IOException {
        long total = stated.items().stream().mapToLong(PackedItem::size).sum();
        long before = 0;
        for (var item : stated.items()) {
            long begun = before;
            custodians.requireIntact(
                    custodians.item(item.id()), (done, _) -> progress.reached(begun + done, total));
            before += item.size();
        }
    }

    private Transition<Transfer> handOver(TransferId id, EvidencePackage made, Command command) {
        return Transfer.handOver(
                id,
                made,
                command.to(),
                command.means(),
                command.purpose(),
                caller.person(),
                clock.instant());
    }

    private void requireMayLeave(PackedCustody stated) {
        if (stated.isDangerous() && !caller.may(Permission.EVIDENCE_UNWRAP)) {
            throw new Denied(
                    caller.actor().name(),
                    "TransferPackage with dangerous evidence",
                    Permission.EVIDENCE_UNWRAP);
        }
    }
}
