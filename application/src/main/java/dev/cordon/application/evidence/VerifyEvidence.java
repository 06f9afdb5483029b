package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.Permission;
import java.io.IOException;

/**
 * Checks an item's whole chain, hashes its content anew, and holds every link against the ledger.
 * Changes nothing.
 */
@StreamingUseCase
public class VerifyEvidence {

    private final EvidenceItems items;
    private final CustodyChains chains;
    private final ItemCheck check;
    private final UnitOfWork work;
    private final Caller caller;

    VerifyEvidence(
            EvidenceItems items,
            CustodyChains chains,
            ItemCheck check,
            UnitOfWork work,
            Caller caller) {
        this.items = items;
        this.chains = chains;
        this.check = check;
        this.work = work;
        this.caller = caller;
    }

    @Requires(Permission.EVIDENCE_READ)
    public Verification verify(EvidenceId id) throws IOException {
        var scope = caller.scope();
        var custody = work.commit(() -> new CustodyChain(items.get(id, scope), chains.of(id)));
        return check.check(custody);
    }
}
