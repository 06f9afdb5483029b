package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.AnchorLedger;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Has the ledger stamped with the time by authorities outside, when it is their turn. */
@Component
class AnchorJob implements Job {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final AnchorLedger anchor;
    private final InstantSource clock;

    AnchorJob(AnchorLedger anchor, InstantSource clock) {
        this.anchor = anchor;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.ANCHOR_LEDGER;
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
        anchor.anchor();
        return new Next.Again(clock.instant().plus(PAUSE), work);
    }
}
