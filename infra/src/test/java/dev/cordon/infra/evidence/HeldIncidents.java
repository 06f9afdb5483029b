package dev.cordon.infra.evidence;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static dev.cordon.domain.incident.IncidentFixtures.RITA;

import dev.cordon.application.incident.Incidents;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.incident.Codename;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentFixtures;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.incident.Reference;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import dev.cordon.domain.store.Store;
import dev.cordon.domain.store.StoreAccess;
import dev.cordon.domain.store.StoreFixtures;
import java.util.UUID;

/** Puts incidents into the database that hold evidence, and their store. */
@StreamingUseCase
public class HeldIncidents {

    private final Stores stores;
    private final Incidents incidents;
    private final UnitOfWork work;

    HeldIncidents(Stores stores, Incidents incidents, UnitOfWork work) {
        this.stores = stores;
        this.incidents = incidents;
        this.work = work;
    }

    static IncidentId id(int number) {
        return new IncidentId(new UUID(0, number));
    }

    /** Those with the numbers from 1 to that. */
    @Requires(Permission.EVIDENCE_COLLECT)
    public void declare(int most) {
        work.run(
                () ->
                        stores.save(
                                Store.add(
                                        FJORD,
                                        StoreFixtures.profile(),
                                        StoreAccess.NONE,
                                        RITA,
                                        NOON)));
        for (int number = 1; number <= most; number++) {
            var declared = declared(number);
            work.run(() -> incidents.save(declared));
        }
    }

    private static Transition<Incident> declared(int number) {
        var like = IncidentFixtures.anIncident();
        return Incident.declare(
                id(number),
                FJORD,
                Reference.of(2026, number),
                Codename.of(number),
                like.title(),
                Mode.LIVE,
                like.severity(),
                like.times(),
                RITA);
    }
}
