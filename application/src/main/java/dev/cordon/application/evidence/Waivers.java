package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Transition;
import java.util.List;

/** What need not be preserved. Each stands in the ledger; none is ever changed. */
public interface Waivers {

    void add(Transition<Waiver> waiver);

    /** Those that the ledger bears out, the newest first. */
    List<Waiver> of(IncidentId incident);

    /** Waivers that their leaves miss, by their ids, so many at most. */
    List<String> missing(int limit);

    /** Waivers that are not what their leaves say, or have none, by their ids, so many at most. */
    List<String> altered(int limit);
}
