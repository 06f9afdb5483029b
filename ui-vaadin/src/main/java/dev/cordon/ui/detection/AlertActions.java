package dev.cordon.ui.detection;

import dev.cordon.application.detection.AlertQueries;
import dev.cordon.application.detection.CountryQueries;
import dev.cordon.application.detection.DismissAlert;
import dev.cordon.application.detection.SuppressAlert;
import dev.cordon.application.detection.TakeAlert;
import dev.cordon.application.detection.TriageAlerts;
import dev.cordon.application.detection.UndoAlerts;
import dev.cordon.application.detection.UndoTriage;
import dev.cordon.application.kernel.Caller;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What can be read of alerts and done with them, in one piece for the page. */
@Component
record AlertActions(
        AlertQueries queries,
        CountryQueries countries,
        TakeAlert take,
        DismissAlert dismiss,
        SuppressAlert suppress,
        UndoTriage undo,
        TriageAlerts triage,
        UndoAlerts undoMany,
        List<AlertExtra> extras,
        Caller caller,
        InstantSource clock) {}
