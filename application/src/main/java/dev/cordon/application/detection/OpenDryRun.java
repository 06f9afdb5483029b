package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.tuning.RuleVersion;
import java.time.InstantSource;

/** Stops the dry run of what is about to be written otherwise. */
@Supporting
class OpenDryRun {

    private final DryRuns runs;
    private final DryRunsAtWork atWork;
    private final Caller caller;
    private final InstantSource clock;

    OpenDryRun(DryRuns runs, DryRunsAtWork atWork, Caller caller, InstantSource clock) {
        this.runs = runs;
        this.atWork = atWork;
        this.caller = caller;
        this.clock = clock;
    }

    void stop(RuleVersion version) {
        runs.open(version.store())
                .filter(run -> run.of().equals(version.id()))
                .ifPresent(
                        run -> {
                            runs.save(run.stop(caller.person(), clock.instant()));
                            atWork.stop(run.id());
                        });
    }
}
