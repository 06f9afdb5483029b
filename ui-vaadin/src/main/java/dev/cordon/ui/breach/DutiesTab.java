package dev.cordon.ui.breach;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import dev.cordon.ui.store.StoreZones;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** What the law asks, and by when. */
@Component
class DutiesTab implements IncidentTab {

    static final String ID = "duties";

    private final BreachActions actions;
    private final StoreZones zones;

    DutiesTab(BreachActions actions, StoreZones zones) {
        this.actions = actions;
        this.zones = zones;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Permission needed() {
        return Permission.BREACH_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return OptionalInt.of(actions.queries().clocks(incident.id()).size());
    }

    @Override
    public Content open(OpenIncident page) {
        return new DutiesView(page, actions, zones);
    }
}
