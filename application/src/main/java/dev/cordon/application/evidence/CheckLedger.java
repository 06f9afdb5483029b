package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.ledger.Frontier;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.util.List;

/**
 * Computes the whole ledger anew and holds it against every checkpoint, in memory that does not
 * grow with it. Changes nothing. For whoever may see every store, since it speaks of all.
 */
@StreamingUseCase
public class CheckLedger {

    /**
     * What it found.
     *
     * @param entries how many were checked
     * @param findings none if the ledger is whole; at most {@link LedgerAudit#LIMIT}
     */
    public record Report(long entries, List<LedgerFinding> findings) {}

    private final Ledger ledger;
    private final LedgerCheck check;
    private final UnitOfWork work;
    private final Caller caller;

    CheckLedger(Ledger ledger, LedgerCheck check, UnitOfWork work, Caller caller) {
        this.ledger = ledger;
        this.check = check;
        this.work = work;
        this.caller = caller;
    }

    /**
     * @throws IOException if what was signed last cannot be read; nothing was found out
     */
    @Requires(Permission.AUDIT_READ)
    public Report check() throws IOException {
        if (!(caller.scope() instanceof StoreScope.All)) {
            throw new NotFound("a ledger of some stores alone");
        }
        var extent = work.commit(ledger::extent);
        // A forged checkpoint may claim any size; what is not stored is not walked through.
        long size = Math.min(extent.signed(), extent.entries());
        var audit = check.from(Frontier.EMPTY, 0);
        check.walk(audit, 0, size, () -> true);
        audit.ends(extent.entries(), extent.signed());
        check.beside(audit);
        return new Report(size, audit.findings());
    }
}
