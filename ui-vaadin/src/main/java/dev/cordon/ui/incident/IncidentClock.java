package dev.cordon.ui.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.Clock;
import java.time.Instant;
import java.util.List;

/** Clocks that a feature contributes to the war-room header and to the list. */
public interface IncidentClock {

    /** Most urgent first; empty while none runs. */
    List<Clock> of(Incident incident, Instant now);
}
