package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.SweepVault;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Removes every day what nobody needs from the vault. */
@Component
class SweepJob implements Job {

    private static final Duration DAY = Duration.ofDays(1);

    private final SweepVault sweep;
    private final InstantSource clock;

    SweepJob(SweepVault sweep, InstantSource clock) {
        this.sweep = sweep;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.SWEEP_VAULT;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.EVIDENCE_KEEPER;
    }

    /** Every day anew: what was to go must not stay because the vault was away once. */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            sweep.sweep();
        } catch (IOException silent) {
            throw new UncheckedIOException(silent);
        }
        return new Next.Again(clock.instant().plus(DAY), work);
    }
}
