package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Transition;
import java.util.List;

/** What need not be preserved. Each stands in the ledger; none is ever changed. */
public interface Waivers extends InLedger {

    void add(Transition<Waiver> waiver);

    /** Those that the ledger bears out, the newest first. */
    List<Waiver> of(IncidentId incident);
}
