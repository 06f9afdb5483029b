package dev.cordon.infra.jobs;

import dev.cordon.application.detection.RunDryRun;
import dev.cordon.application.detection.RunDryRun.Command;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/**
 * Reads kept lines by changed rules. What an engine knows of them is in memory only, so that it
 * reads to the end in one run: of some minutes at most, for the spool is bounded.
 */
@Component
class DryRunJob implements Job {

    private static final Duration TURN = Duration.ofSeconds(2);

    private final RunDryRun run;
    private final InstantSource clock;

    DryRunJob(RunDryRun run, InstantSource clock) {
        this.run = run;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.DRY_RUN_RULES;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.DETECTION;
    }

    /** Nothing depends on it: whoever wants to know asks for another one. */
    @Override
    public Patience patience() {
        return Patience.UNTIL_PARKED;
    }

    /** The stretch that others get their turn after would be too short to read to the end. */
    private static Command command(Work work) {
        return new Command(
                new DryRunId(work.subject()), () -> !Thread.currentThread().isInterrupted());
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            return switch (run.run(command(work))) {
                case OVER -> new Next.Done();
                case NOT_YET -> new Next.Again(clock.instant().plus(TURN), Work.on(work.subject()));
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
