package dev.cordon.domain.audit;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.UUID;

/**
 * That somebody let a job be tried again that had kept failing.
 *
 * @param id the one that the parked job had
 * @param job what kind of work, {@code dispatch-campaign}
 * @param subject the id of the thing it works on
 * @param failures how often it had failed in a row
 * @param parkedAt since when it had waited
 */
public record TakenUpJob(
        UUID id,
        String job,
        UUID subject,
        int failures,
        Instant parkedAt,
        Instant at,
        Actor by,
        Version version) {

    public static Transition<TakenUpJob> of(
            UUID id,
            String job,
            UUID subject,
            int failures,
            Instant parkedAt,
            Instant at,
            Actor by) {
        var taken = new TakenUpJob(id, job, subject, failures, parkedAt, at, by, Version.NEW);
        return Transition.to(taken, new JobTakenUp(taken));
    }

    /** It is tried from now on. */
    public record JobTakenUp(TakenUpJob job) implements DomainEvent {

        @Override
        public Instant at() {
            return job.at();
        }

        @Override
        public Actor by() {
            return job.by();
        }
    }
}
