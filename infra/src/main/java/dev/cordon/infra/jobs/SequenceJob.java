package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Sequences what waits for its place in the ledger, asked for with each leaf. */
@Component
class SequenceJob implements Job {

    /** There is one ledger. */
    static final UUID LEDGER = new UUID(0, 0);

    private final SequenceLedger sequence;
    private final InstantSource clock;

    SequenceJob(SequenceLedger sequence, InstantSource clock) {
        this.sequence = sequence;
        this.clock = clock;
    }

    @Override
    public JobName name() {
        return JobName.SEQUENCE_LEDGER;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.LEDGER;
    }

    /** Each leaf asks, and one run sequences whatever waits. */
    @Override
    public boolean isOneEnough() {
        return true;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            return switch (sequence.sequence(new SequenceLedger.Command(goOn))) {
                case NOTHING_WAITS -> new Next.Done();
                case MORE_WAITS -> new Next.Again(clock.instant(), work);
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
