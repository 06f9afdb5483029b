package dev.cordon.infra.jobs;

import dev.cordon.application.breach.CarryOutDetermination;
import dev.cordon.domain.breach.DeterminationId;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Asks the store who is affected. */
@Component
class DetermineJob implements Job {

    private final CarryOutDetermination determination;

    DetermineJob(CarryOutDetermination determination) {
        this.determination = determination;
    }

    @Override
    public JobName name() {
        return JobName.DETERMINE_AFFECTED_PEOPLE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.STORE_READER;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        determination.carryOut(new DeterminationId(work.subject()));
        return new Next.Done();
    }
}
