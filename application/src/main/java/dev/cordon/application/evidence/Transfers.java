package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;

/** Packages in the hands of somebody outside. Hand-over and answer each stand in the ledger. */
public interface Transfers extends InLedger {

    void add(Transition<Transfer> handedOver);

    /** Keeps the answer, once: whoever comes second fails as if it had changed meanwhile. */
    void answer(Transition<Transfer> answered);

    Optional<Transfer> find(TransferId id, StoreScope scope);

    /** The newest first; the caller has shown that it may see the incident. */
    List<Transfer> of(IncidentId incident);

    default Transfer get(TransferId id, StoreScope scope) {
        return find(id, scope).orElseThrow(() -> new NotFound("transfer " + id));
    }
}
