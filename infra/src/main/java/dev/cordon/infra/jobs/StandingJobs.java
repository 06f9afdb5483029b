package dev.cordon.infra.jobs;

import java.util.List;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;

/** Begins the jobs that are always there. */
final class StandingJobs implements SmartLifecycle {

    /** They are about all that there is, of which there is one. */
    static final UUID ALL = new UUID(0, 0);

    private final List<StandingJob> jobs;
    private final JobQueue queue;
    private volatile boolean begun;

    StandingJobs(List<StandingJob> jobs, JobQueue queue) {
        this.jobs = jobs;
        this.queue = queue;
    }

    @Override
    public void start() {
        jobs.forEach(job -> queue.keep(job.name(), ALL));
        begun = true;
    }

    @Override
    public void stop() {
        begun = false;
    }

    @Override
    public boolean isRunning() {
        return begun;
    }
}
