package dev.cordon.application.audit;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.audit.TakenUpJob;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;

/** Lets work be tried again whose obstacle was removed, and keeps who did. */
@UseCase
public class TakeUpParkedJob {

    private final ParkedJobs jobs;
    private final TakenUpJobs takenUp;
    private final Caller caller;
    private final InstantSource clock;

    TakeUpParkedJob(ParkedJobs jobs, TakenUpJobs takenUp, Caller caller, InstantSource clock) {
        this.jobs = jobs;
        this.takenUp = takenUp;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws NotFound if no such job is parked, or the caller cares for some stores alone
     */
    @Requires(Permission.STORE_MANAGE)
    public void takeUp(UUID id) {
        if (!caller.scope().equals(StoreScope.ALL)) {
            throw new NotFound("parked job " + id);
        }
        var job = jobs.takeUp(id).orElseThrow(() -> new NotFound("parked job " + id));
        takenUp.save(
                TakenUpJob.of(
                        id,
                        job.job(),
                        job.subject(),
                        job.failures(),
                        job.parkedAt(),
                        clock.instant(),
                        caller.actor()));
    }
}
