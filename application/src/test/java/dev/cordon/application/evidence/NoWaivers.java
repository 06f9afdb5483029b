package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.preservation.Waiver;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.Transition;
import java.util.List;

/** Where nothing was ever waived. */
public final class NoWaivers implements Waivers {

    @Override
    public void add(Transition<Waiver> waiver) {
        throw new UnsupportedOperationException("no waivers here");
    }

    @Override
    public List<Waiver> of(IncidentId incident) {
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
