package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.CarryOutDisposal;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Destroys evidence whose disposal was approved. */
@Component
class DisposeJob implements Job {

    private final CarryOutDisposal disposal;

    DisposeJob(CarryOutDisposal disposal) {
        this.disposal = disposal;
    }

    @Override
    public JobName name() {
        return JobName.DISPOSE_EVIDENCE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.EVIDENCE_KEEPER;
    }

    /**
     * The vault comes back. Half destroyed is neither kept nor gone, and was approved by people who
     * take it for done.
     */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            disposal.carryOut(new EvidenceId(work.subject()));
            return new Next.Done();
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }
}
