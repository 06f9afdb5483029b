package dev.cordon.domain.incident;

import dev.cordon.domain.incident.SeverityInputs.Answer;
import dev.cordon.domain.incident.SeverityInputs.DataClass;
import dev.cordon.domain.incident.SeverityInputs.Impact;
import dev.cordon.domain.incident.SeverityInputs.Spread;
import dev.cordon.domain.incident.SeverityInputs.Surface;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.util.UUID;

/** People, times and incidents to test with. */
public final class IncidentFixtures {

    public static final Actor.Person RITA = new Actor.Person("rita");
    public static final Actor.Person CARLA = new Actor.Person("carla");
    public static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    public static final StoreId FJORD = new StoreId(new UUID(0, 1));

    public static final SeverityInputs STUFFING =
            new SeverityInputs(
                    Surface.CUSTOMER_LOGIN,
                    Impact.ENTERED,
                    DataClass.PERSONAL,
                    Spread.ONE_STORE,
                    Answer.YES,
                    2);

    private IncidentFixtures() {}

    public static Incident anIncident() {
        return anIncident(new IncidentId(new UUID(0, 42)));
    }

    public static Incident anIncident(IncidentId id) {
        return Incident.declare(
                        id,
                        FJORD,
                        Reference.of(2026, 42),
                        Codename.of(42),
                        "Credential stuffing on /my-account/",
                        Mode.LIVE,
                        SeverityMatrix.assess(STUFFING),
                        IncidentTimes.declared(NOON.minusSeconds(300), NOON.minusSeconds(60), NOON),
                        RITA)
                .state();
    }

    public static Incident anAcknowledgedIncident() {
        return anIncident().acknowledge(RITA, NOON.plusSeconds(30)).state();
    }
}
