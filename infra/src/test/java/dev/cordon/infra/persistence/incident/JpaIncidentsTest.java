package dev.cordon.infra.persistence.incident;

import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.incident.IncidentsContract;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import org.junit.jupiter.api.BeforeEach;

@PersistenceTest
class JpaIncidentsTest extends IncidentsContract {

    private final Incidents incidents;
    private final Acting acting;
    private final Emptied database;

    JpaIncidentsTest(Incidents incidents, Acting acting, Emptied database) {
        this.incidents = incidents;
        this.acting = acting;
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Override
    protected Incidents incidents() {
        return incidents;
    }

    @Override
    protected void save(Transition<Incident> change) {
        acting.as(RITA, "TestUseCase", () -> incidents.save(change));
    }

    @Override
    protected long number(int year) {
        return acting.as(RITA, "TestUseCase", () -> incidents.nextNumber(year));
    }
}
