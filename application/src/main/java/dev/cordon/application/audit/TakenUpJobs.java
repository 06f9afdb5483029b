package dev.cordon.application.audit;

import dev.cordon.domain.audit.TakenUpJob;
import dev.cordon.domain.kernel.Transition;
import java.util.List;

/** Who let which parked job be tried again, and when. Kept for good, with its history. */
public interface TakenUpJobs {

    /** The latest first, so many at most. */
    List<TakenUpJob> latest(int limit);

    void save(Transition<TakenUpJob> change);
}
