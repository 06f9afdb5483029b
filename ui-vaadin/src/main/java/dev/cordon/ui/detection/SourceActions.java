package dev.cordon.ui.detection;

import dev.cordon.application.detection.AddLogSource;
import dev.cordon.application.detection.SourceQueries;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.store.StoreQueries;
import org.springframework.stereotype.Component;

/** What can be read of log sources and done with them, in one piece for the card. */
@Component
record SourceActions(SourceQueries queries, AddLogSource add, StoreQueries stores, Caller caller) {}
