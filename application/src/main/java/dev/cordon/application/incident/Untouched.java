package dev.cordon.application.incident;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentEvent.IncidentDeclared;
import dev.cordon.domain.incident.IncidentEvent.IndicatorsTaken;
import dev.cordon.domain.incident.Stage;
import java.util.Set;

/** Whether nothing was done in an incident since it was opened. */
final class Untouched {

    /** What opening one writes on its timeline; whatever is done in it writes more. */
    private static final Set<String> WRITTEN_BY_OPENING =
            Set.of(IncidentDeclared.class.getSimpleName(), IndicatorsTaken.class.getSimpleName());

    private Untouched() {}

    static boolean is(Incident incident, Timeline timeline) {
        return incident.stage() == Stage.TRIAGE
                && incident.times().acknowledged() == null
                && incident.commander() == null
                && timeline.of(incident.id(), Page.Request.first(10)).items().stream()
                        .allMatch(entry -> WRITTEN_BY_OPENING.contains(entry.type()));
    }
}
