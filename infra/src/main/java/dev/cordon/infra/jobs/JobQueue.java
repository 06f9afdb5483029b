package dev.cordon.infra.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import dev.cordon.application.kernel.Ids;
import java.time.InstantSource;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Takes jobs in, in the running transaction, and has them looked at right after its commit. */
final class JobQueue {

    private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

    private final SchedulerClient client;
    private final ObjectProvider<Scheduler> scheduler;
    private final Ids ids;
    private final InstantSource clock;

    JobQueue(
            SchedulerClient client,
            ObjectProvider<Scheduler> scheduler,
            Ids ids,
            InstantSource clock) {
        this.client = client;
        this.scheduler = scheduler;
        this.ids = ids;
        this.clock = clock;
    }

    /** Each asking is a job of its own: one that runs may already have looked past the new fact. */
    void add(JobName job, UUID subject) {
        var id = subject + "/" + ids.next();
        client.schedule(new TaskInstance<>(job.stored(), id, Work.on(subject)), clock.instant());
        wakeAfterCommit();
    }

    /** Sees to it that the job is there once, whoever runs it and however far it is. */
    void keep(JobName job, UUID subject) {
        client.scheduleIfNotExists(
                new TaskInstance<>(job.stored(), subject + "/standing", Work.on(subject)),
                clock.instant());
    }

    /**
     * Has a job that is kept run at once, if it is there. One that runs now is left alone: it comes
     * again by itself.
     */
    void hasten(JobName job, UUID subject) {
        var id = TaskInstanceId.of(job.stored(), subject + "/standing");
        try {
            client.reschedule(id, clock.instant());
            wakeAfterCommit();
        } catch (TaskInstanceNotFoundException | TaskInstanceCurrentlyExecutingException other) {
            LOG.debug("not hastened job={} subject={}", job.stored(), subject, other);
        }
    }

    private void wakeAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(
                new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
                    }
                });
    }
}
