package dev.cordon.infra.evidence;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.cordon.application.evidence.AcquireFromStore;
import dev.cordon.application.evidence.FakeStoreSources;
import dev.cordon.application.evidence.StoreAcquisitions;
import dev.cordon.application.evidence.StoreSources;
import dev.cordon.application.evidence.TakeFromStore;
import dev.cordon.application.evidence.TakeFromStore.Progress;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.evidence.acquisition.Pace;
import dev.cordon.domain.evidence.acquisition.SourcePart;
import dev.cordon.domain.evidence.acquisition.StoreAcquisition;
import dev.cordon.domain.evidence.acquisition.StoreSource;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.people.AutomationPolicy;
import java.util.List;
import java.util.Set;

/** How a store's dump is taken, in the program given: a person asks, and a job reads slowly. */
final class AcquiringSteps {

    /** As much as takes longer than a second at the pace asked for. */
    private static final byte[] DUMP = "-- nothing of a shop\n".repeat(150_000).getBytes(US_ASCII);

    private static final int MOST_RUNS = 5;

    private final EvidenceSteps steps;

    AcquiringSteps(EvidenceSteps steps) {
        this.steps = steps;
    }

    static byte[] dump() {
        return DUMP;
    }

    /** Asks for it if nobody did, and goes on with it to its end. */
    void acquire(IncidentId incident) {
        ((FakeStoreSources) steps.bean(StoreSources.class))
                .put(StoreSource.DATABASE, "database", SourcePart.Form.SQL, DUMP);
        if (of(incident).isEmpty()) {
            EvidenceSteps.asCarla(
                    () -> steps.bean(AcquireFromStore.class).acquire(command(incident)));
        }
        var id = of(incident).getFirst().id();
        for (int run = 0; run < MOST_RUNS; run++) {
            if (take(id) instanceof Progress.Over) {
                return;
            }
        }
        throw new IllegalStateException("the acquisition goes on and on");
    }

    List<StoreAcquisition> of(IncidentId incident) {
        return steps.bean(UnitOfWork.class)
                .commit(() -> steps.bean(StoreAcquisitions.class).of(incident));
    }

    private Progress take(AcquisitionId id) {
        return EvidenceSteps.as(
                AutomationPolicy.STORE_ACQUISITION,
                () ->
                        steps.bean(TakeFromStore.class)
                                .take(new TakeFromStore.Command(id, () -> true)));
    }

    private static AcquireFromStore.Command command(IncidentId incident) {
        return new AcquireFromStore.Command(
                incident, Set.of(StoreSource.DATABASE), Pace.GENTLE, "trial", null);
    }
}
