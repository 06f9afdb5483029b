package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.CustodyChain;
import dev.cordon.domain.evidence.CustodyChain.Verdict;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceItem;
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
    private final EvidenceVault vault;
    private final Standings standings;
    private final UnitOfWork work;
    private final Caller caller;

    VerifyEvidence(
            EvidenceItems items,
            CustodyChains chains,
            EvidenceVault vault,
            Standings standings,
            UnitOfWork work,
            Caller caller) {
        this.items = items;
        this.chains = chains;
        this.vault = vault;
        this.standings = standings;
        this.work = work;
        this.caller = caller;
    }

    @Requires(Permission.EVIDENCE_READ)
    public Verification verify(EvidenceId id) throws IOException {
        var scope = caller.scope();
        var custody = work.commit(() -> new CustodyChain(items.get(id, scope), chains.of(id)));
        var chain = custody.verify();
        var verdict = chain instanceof Verdict.Intact ? withContent(custody.item(), chain) : chain;
        return new Verification(verdict, work.commit(() -> standings.of(custody)));
    }

    private Verdict withContent(EvidenceItem item, Verdict chain) throws IOException {
        try {
            var found = vault.rehash(item.incident(), item.content());
            if (found.isEmpty()) {
                return new Verdict.ContentMissing(item.content());
            }
            return found.get().equals(item.content())
                    ? chain
                    : new Verdict.ContentChanged(item.content(), found.get());
        } catch (EvidenceVault.Unreadable broken) {
            return new Verdict.ContentUnreadable(item.content(), broken.file(), broken.at());
        }
    }
}
