package dev.cordon.application.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.kernel.Transition;

class InMemoryIncidentsTest extends IncidentsContract {

    private final InMemoryIncidents incidents = new InMemoryIncidents();

    @Override
    protected Incidents incidents() {
        return incidents;
    }

    @Override
    protected void save(Transition<Incident> change) {
        incidents.save(change);
    }
}
