package dev.cordon.infra.jobs;

import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/** Work that is always there: a step, a pause, and the next step. */
record StandingJob(JobName name, AutomationPolicy automation, InstantSource clock, Step step)
        implements Job {

    /** What is done each time. */
    interface Step {

        /**
         * @param goOn false once the step should come to an end and be gone on with later
         * @return how long to wait before the next one
         */
        Duration take(BooleanSupplier goOn) throws IOException;
    }

    /** It is always there, and nobody would begin it anew. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            return new Next.Again(clock.instant().plus(step.take(goOn)), work);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
