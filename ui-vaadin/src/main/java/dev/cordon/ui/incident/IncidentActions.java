package dev.cordon.ui.incident;

import dev.cordon.application.incident.AcknowledgeIncident;
import dev.cordon.application.incident.AddNote;
import dev.cordon.application.incident.AssessSeverity;
import dev.cordon.application.incident.EndIncident;
import dev.cordon.application.incident.MoveIncident;
import dev.cordon.application.incident.OverrideSeverity;
import dev.cordon.application.incident.TakeCommand;
import org.springframework.stereotype.Component;

/** What can be done with an incident, in one piece for the page. */
@Component
record IncidentActions(
        AcknowledgeIncident acknowledge,
        TakeCommand takeCommand,
        MoveIncident move,
        EndIncident end,
        AssessSeverity assess,
        OverrideSeverity override,
        AddNote note) {}
