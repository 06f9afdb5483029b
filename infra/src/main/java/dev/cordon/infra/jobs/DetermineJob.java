package dev.cordon.infra.jobs;

import dev.cordon.application.breach.CarryOutDetermination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Asks the store who is affected; waits while the store asks for a pause. */
@Component
class DetermineJob implements Job {

    private final CarryOutDetermination determination;
    private final InstantSource clock;

    DetermineJob(CarryOutDetermination determination, InstantSource clock) {
        this.determination = determination;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.DETERMINE_AFFECTED_PEOPLE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.STORE_READER;
    }

    /** The store comes back, and the law gives no more time because it was away. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        return determination
                .carryOut(new DeterminationId(work.subject()))
                .<Next>map(pause -> new Next.Again(clock.instant().plus(pause), work))
                .orElseGet(Next.Done::new);
    }
}
