package dev.cordon.ui.breach;

import dev.cordon.application.breach.BreachQueries;
import dev.cordon.application.breach.DeclareAwareness;
import dev.cordon.application.breach.RequestDetermination;
import dev.cordon.application.kernel.Caller;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** What can be read of a breach and done about it, in one piece for tabs and steps. */
@Component
record BreachActions(
        BreachQueries queries,
        DeclareAwareness declare,
        RequestDetermination request,
        Caller caller,
        InstantSource clock) {}
