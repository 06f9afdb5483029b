package dev.cordon.infra.jobs;

import dev.cordon.domain.people.AutomationPolicy;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A kind of durable work. A run that throws is tried again later. */
interface Job {

    /** What comes after a run. */
    sealed interface Next {

        /** All is done. */
        record Done() implements Next {}

        /** There is more to do, not before then. */
        record Again(Instant at, Work work) implements Next {}
    }

    /** How long a job is tried again that fails every time. */
    enum Patience {
        /**
         * Until it succeeds: what it waits for comes back or is mended, and it must not be left
         * undone until somebody thinks of it.
         */
        ENDLESS,
        /**
         * Until it is parked: its failure does not pass by itself, and a person has to look before
         * it is tried again.
         */
        UNTIL_PARKED
    }

    JobName name();

    /** As whom it runs. */
    AutomationPolicy automation();

    /**
     * Whether one asking stands for all that wait for the same thing: then a job that would wait
     * gives way to another one that waits already.
     */
    default boolean isOneEnough() {
        return false;
    }

    /** What becomes of it when it keeps failing. Each kind of job says so, and why. */
    Patience patience();

    /**
     * Works on one thing. No other run works on the same one meanwhile.
     *
     * @param goOn false once the run should come to an end and be gone on with later
     */
    Next run(Work work, BooleanSupplier goOn);
}
