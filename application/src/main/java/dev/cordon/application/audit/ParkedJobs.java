package dev.cordon.application.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Durable work that kept failing and waits for a person. Nothing of it is lost. */
public interface ParkedJobs {

    /** Latest first. */
    List<ParkedJob> all();

    /**
     * Lets the job be tried again from now on.
     *
     * @return false if no such job is parked, for example because somebody else took it up
     */
    boolean takeUp(String id);

    /**
     * One of them.
     *
     * @param job what kind of work, {@code dispatch-campaign}
     * @param subject the id of the thing it works on
     * @param failures how often in a row
     * @param failure the last one's words, for whoever mends it
     */
    record ParkedJob(
            String id, String job, UUID subject, int failures, String failure, Instant parkedAt) {}
}
