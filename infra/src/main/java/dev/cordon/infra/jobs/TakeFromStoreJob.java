package dev.cordon.infra.jobs;

import dev.cordon.application.evidence.TakeFromStore;
import dev.cordon.application.evidence.TakeFromStore.Command;
import dev.cordon.application.evidence.TakeFromStore.Progress;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.people.AutomationPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Takes from a store what was asked for. */
@Component
class TakeFromStoreJob implements Job {

    private final TakeFromStore take;

    TakeFromStoreJob(TakeFromStore take) {
        this.take = take;
    }

    @Override
    public JobName name() {
        return JobName.TAKE_FROM_STORE;
    }

    @Override
    public AutomationPolicy automation() {
        return AutomationPolicy.STORE_ACQUISITION;
    }

    /**
     * The store and the vault come back; what a store refuses ends it by itself. What is not taken
     * meanwhile may be gone.
     */
    @Override
    public Patience patience() {
        return Patience.ENDLESS;
    }

    @Override
    public Next run(Work work, BooleanSupplier goOn) {
        try {
            return switch (take.take(new Command(new AcquisitionId(work.subject()), goOn))) {
                case Progress.Over() -> new Next.Done();
                case Progress.More(var at) -> new Next.Again(at, work);
            };
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
