package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Stops a dry run that nobody wants to wait for any more. One that is over stays as it is. */
@UseCase
public class StopDryRun {

    public record Command(DryRunId run) {}

    private final DryRuns runs;
    private final DryRunsAtWork atWork;
    private final Caller caller;
    private final InstantSource clock;

    StopDryRun(DryRuns runs, DryRunsAtWork atWork, Caller caller, InstantSource clock) {
        this.runs = runs;
        this.atWork = atWork;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.RULE_WRITE)
    public void stop(Command command) {
        var run = runs.get(command.run(), caller.scope());
        if (run.isOpen()) {
            runs.save(run.stop(caller.person(), clock.instant()));
            atWork.stop(run.id());
        }
    }
}
