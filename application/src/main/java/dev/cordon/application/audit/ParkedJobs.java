package dev.cordon.application.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Durable work that kept failing and waits for a person. Nothing of it is lost. */
public interface ParkedJobs {

    /** Latest first. */
    List<ParkedJob> all();

    /** How much waits for a person, and how much goes on failing without being given up. */
    Standing standing();

    /**
     * Lets the job be tried again from now on.
     *
     * @return what it was; empty if no such job is parked, for example because somebody else took
     *     it up
     */
    Optional<ParkedJob> takeUp(UUID id);

    /**
     * How it stands.
     *
     * @param parked so many wait for a person
     * @param failing so many failed often in a row, and are tried on
     */
    record Standing(int parked, int failing) {

        public static final Standing WELL = new Standing(0, 0);
    }

    /**
     * One of them.
     *
     * @param job what kind of work, {@code dispatch-campaign}
     * @param subject the id of the thing it works on
     * @param failures how often in a row
     * @param failure the last one's words, for whoever mends it, without secrets and addresses
     */
    record ParkedJob(
            UUID id, String job, UUID subject, int failures, String failure, Instant parkedAt) {}
}
