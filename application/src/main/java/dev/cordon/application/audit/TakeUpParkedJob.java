package dev.cordon.application.audit;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.util.UUID;

/** Lets work be tried again whose obstacle was removed. */
@UseCase
public class TakeUpParkedJob {

    private final ParkedJobs jobs;
    private final Caller caller;

    TakeUpParkedJob(ParkedJobs jobs, Caller caller) {
        this.jobs = jobs;
        this.caller = caller;
    }

    @Requires(Permission.STORE_MANAGE)
    public void takeUp(UUID id) {
        if (!caller.scope().equals(StoreScope.ALL) || !jobs.takeUp(id)) {
            throw new NotFound("parked job " + id);
        }
    }
}
