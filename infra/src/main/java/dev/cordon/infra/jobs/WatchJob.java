package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.WatchIntegrity;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Checks evidence and ledger by itself, a piece at a time with pauses for everybody else. */
@Component
class WatchJob implements Job {

    /** Between two pieces: reading goes on for at most two thirds of the time. */
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final WatchIntegrity watch;
    private final InstantSource clock;

    WatchJob(WatchIntegrity watch, InstantSource clock) {
        this.watch = watch;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.WATCH_INTEGRITY;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.LEDGER;
    }

    @Override
    public boolean isStanding() {
        return true;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            var pause = watch.watch(new WatchIntegrity.Command(goOn)).plus(PAUSE);
            return new Next.Again(clock.instant().plus(pause), work);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
