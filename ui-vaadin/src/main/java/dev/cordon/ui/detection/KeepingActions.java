package dev.cordon.ui.detection;

import dev.cordon.application.detection.KeepingQueries;
import dev.cordon.application.detection.PlaceLegalHold;
import dev.cordon.application.detection.ReleaseLegalHold;
import dev.cordon.application.detection.SetRetention;
import dev.cordon.application.kernel.Caller;
import dev.cordon.ui.people.NameBook;
import org.springframework.stereotype.Component;

/** What can be read of kept log lines and done about them, in one piece for the dialog. */
@Component
record KeepingActions(
        KeepingQueries queries,
        SetRetention set,
        PlaceLegalHold place,
        ReleaseLegalHold release,
        NameBook names,
        Caller caller) {}
