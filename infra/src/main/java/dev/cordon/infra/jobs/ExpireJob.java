package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.ExpireEvidence;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Looks every day for evidence that was kept long enough. */
@Component
class ExpireJob implements Job {

    private static final Duration DAY = Duration.ofDays(1);

    private final ExpireEvidence expire;
    private final InstantSource clock;

    ExpireJob(ExpireEvidence expire, InstantSource clock) {
        this.expire = expire;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.EXPIRE_EVIDENCE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.EVIDENCE_KEEPER;
    }

    @Override
    public boolean isStanding() {
        return true;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        expire.expire();
        return new Next.Again(clock.instant().plus(DAY), work);
    }
}
