package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Ends a suppression early: its like is told of again. */
@UseCase
public class EndSuppression {

    public record Command(SuppressionId suppression, Version seen) {}

    private final Suppressions suppressions;
    private final Caller caller;
    private final InstantSource clock;

    EndSuppression(Suppressions suppressions, Caller caller, InstantSource clock) {
        this.suppressions = suppressions;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.ALERT_TRIAGE)
    public void end(Command command) {
        var suppression = suppressions.get(command.suppression(), command.seen(), caller.scope());
        suppressions.save(suppression.end(caller.person(), clock.instant()));
    }
}
