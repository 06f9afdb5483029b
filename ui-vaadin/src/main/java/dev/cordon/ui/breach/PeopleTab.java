package dev.cordon.ui.breach;

import dev.cordon.domain.breach.Determination;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.people.Permission;
import dev.cordon.ui.incident.IncidentTab;
import dev.cordon.ui.incident.OpenIncident;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/** The affected people. */
@Component
class PeopleTab implements IncidentTab {

    static final String ID = "people";

    private final BreachActions actions;

    PeopleTab(BreachActions actions) {
        this.actions = actions;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public Permission needed() {
        return Permission.BREACH_READ;
    }

    @Override
    public OptionalInt count(Incident incident) {
        return actions.queries()
                .affected(incident.id())
                .filter(found -> found.phase() instanceof Determination.Phase.Determined)
                .map(found -> OptionalInt.of(people(found)))
                .orElse(OptionalInt.empty());
    }

    @Override
    public Content open(OpenIncident page) {
        return new PeopleView(page, actions);
    }

    static int people(Determination found) {
        return found.phase() instanceof Determination.Phase.Determined(var result, _)
                ? result.people()
                : 0;
    }
}
