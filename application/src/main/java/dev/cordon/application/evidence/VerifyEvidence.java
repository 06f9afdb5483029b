package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Progress;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyEntry.Action;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;

/**
 * Checks an item's whole chain, hashes its content anew, and holds every link against the ledger.
 * That it was checked, and what came of it, is the next link.
 */
@StreamingUseCase
public class VerifyEvidence {

    /**
     * @param progress told of the content's bytes while they are hashed
     */
    public record Command(EvidenceId evidence, Progress progress) {

        public Command(EvidenceId evidence) {
            this(evidence, Progress.UNWATCHED);
        }
    }

    private final EvidenceItems items;
    private final CustodyChains chains;
    private final ItemCheck check;
    private final Custodians custodians;
    private final UnitOfWork work;
    private final Caller caller;

    VerifyEvidence(
            EvidenceItems items,
            CustodyChains chains,
            ItemCheck check,
            Custodians custodians,
            UnitOfWork work,
            Caller caller) {
        this.items = items;
        this.chains = chains;
        this.check = check;
        this.custodians = custodians;
        this.work = work;
        this.caller = caller;
    }

    @Requires(Permission.EVIDENCE_READ)
    public Verification verify(Command command) throws IOException {
        var id = command.evidence();
        var scope = caller.scope();
        var custody = work.commit(() -> new CustodyChain(items.get(id, scope), chains.of(id)));
        var found = check.check(custody, command.progress());
        if (!custody.links().isEmpty()) {
            custodians.note(custody.item(), Action.VERIFIED, null, Verifying.said(found.verdict()));
        }
        return found;
    }
}
