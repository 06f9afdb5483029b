package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.transfer.Transfer;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.util.List;
import java.util.Optional;

/** Where nothing was ever handed over to somebody outside. */
public final class NoTransfers implements Transfers {

    @Override
    public void add(Transition<Transfer> handedOver) {
        throw new UnsupportedOperationException("no transfers here");
    }

    @Override
    public void answer(Transition<Transfer> answered) {
        throw new UnsupportedOperationException("no transfers here");
    }

    @Override
    public Optional<Transfer> find(TransferId id, StoreScope scope) {
        return Optional.empty();
    }

    @Override
    public List<Transfer> of(IncidentId incident) {
        return List.of();
    }

    @Override
    public List<String> missing(int limit) {
        return List.of();
    }

    @Override
    public List<String> altered(int limit) {
        return List.of();
    }
}
