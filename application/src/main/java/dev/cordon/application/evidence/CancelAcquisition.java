package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.evidence.acquisition.AcquisitionId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Takes no more from a store. What was taken stays. */
@UseCase
public class CancelAcquisition {

    private final StoreAcquisitions acquisitions;
    private final Caller caller;
    private final InstantSource clock;

    CancelAcquisition(StoreAcquisitions acquisitions, Caller caller, InstantSource clock) {
        this.acquisitions = acquisitions;
        this.caller = caller;
        this.clock = clock;
    }

    /** Does nothing if it is over, or was cancelled before. */
    @Requires(Permission.EVIDENCE_COLLECT)
    public void cancel(AcquisitionId id) {
        var acquisition = acquisitions.get(id, caller.scope());
        if (!acquisition.isOver() && !acquisitions.isCancelled(id)) {
            acquisitions.cancel(
                    acquisition, caller.person(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        }
    }
}
