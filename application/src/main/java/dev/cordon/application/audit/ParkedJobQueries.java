package dev.cordon.application.audit;

import dev.cordon.application.audit.ParkedJobs.ParkedJob;
import dev.cordon.application.audit.ParkedJobs.Standing;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.audit.TakenUpJob;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** What the program could not finish by itself. */
@Queries
public class ParkedJobQueries {

    private static final int LATEST = 10;

    private final ParkedJobs jobs;
    private final TakenUpJobs takenUp;
    private final Caller caller;

    ParkedJobQueries(ParkedJobs jobs, TakenUpJobs takenUp, Caller caller) {
        this.jobs = jobs;
        this.takenUp = takenUp;
        this.caller = caller;
    }

    /** Jobs of all stores, for those whose reading is not limited to some. */
    @Requires(Permission.AUDIT_READ)
    public List<ParkedJob> parked() {
        requireAll();
        return jobs.all();
    }

    /** Which were taken up last, and by whom; the latest first. */
    @Requires(Permission.AUDIT_READ)
    public List<TakenUpJob> takenUp() {
        requireAll();
        return takenUp.latest(LATEST);
    }

    private void requireAll() {
        if (!caller.scope().equals(StoreScope.ALL)) {
            throw new NotFound("the parked jobs of all stores");
        }
    }

    /** What whoever may take it up should look at; nothing for those who care for some stores. */
    @Requires(Permission.STORE_MANAGE)
    public Standing standing() {
        return caller.scope().equals(StoreScope.ALL) ? jobs.standing() : Standing.WELL;
    }
}
