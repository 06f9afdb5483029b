package dev.cordon.infra.persistence;

import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.application.incident.Incidents;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentEvent.IncidentDeclared;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.kernel.Transition;

/** Puts the fixtures' incident into the database, for what belongs to one. */
public final class StoredIncident {

    private final Incidents incidents;
    private final Acting acting;

    StoredIncident(Incidents incidents, Acting acting) {
        this.incidents = incidents;
        this.acting = acting;
    }

    public Incident store() {
        var incident = IncidentFixtures.anIncident();
        var declared =
                new IncidentDeclared(
                        incident.id(),
                        incident.reference(),
                        incident.severity().severity(),
                        incident.times().declared(),
                        RITA);
        acting.as(RITA, "EscalateAlert", () -> incidents.save(Transition.to(incident, declared)));
        return incident;
    }
}
