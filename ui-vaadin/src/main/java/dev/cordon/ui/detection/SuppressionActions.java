package dev.cordon.ui.detection;

import dev.cordon.application.detection.EndSuppression;
import dev.cordon.application.detection.SuppressionQueries;
import dev.cordon.application.kernel.Caller;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What can be read of suppressions and done with them, in one piece for the page. */
@Component
record SuppressionActions(
        SuppressionQueries queries, EndSuppression end, Caller caller, InstantSource clock) {}
