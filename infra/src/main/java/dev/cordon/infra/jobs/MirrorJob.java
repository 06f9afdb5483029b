package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.MirrorLedger;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Adds signed checkpoints to the ledger's mirror, soon after they were signed. */
@Component
class MirrorJob implements Job {

    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final MirrorLedger mirror;
    private final InstantSource clock;

    MirrorJob(MirrorLedger mirror, InstantSource clock) {
        this.mirror = mirror;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.MIRROR_LEDGER;
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
        mirror.mirror(new MirrorLedger.Command(goOn));
        return new Next.Again(clock.instant().plus(PAUSE), work);
    }
}
