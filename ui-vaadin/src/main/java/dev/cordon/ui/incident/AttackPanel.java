package dev.cordon.ui.incident;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.domain.incident.Incident;
import dev.cordon.ui.kernel.LiveCard;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The attack behind the incident, as its alerts know it. */
@Component
class AttackPanel implements IncidentPanel {

    private final AlertQueries alerts;

    AttackPanel(AlertQueries alerts) {
        this.alerts = alerts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public LiveCard<?> card(Supplier<Incident> incident) {
        return new AttackCard(alerts, incident);
    }
}
