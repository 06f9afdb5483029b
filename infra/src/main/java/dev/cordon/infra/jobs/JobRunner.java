package dev.cordon.infra.jobs;

import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.cordon.infra.jobs.Job.Next;
import dev.cordon.infra.jobs.Job.Patience;
import dev.cordon.infra.security.CallerContext;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Runs jobs: one at a time per thing, as their automation, and again when they fail. */
final class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);

    /** A run that takes longer is gone on with in the next one, so that others get their turn. */
    private static final Duration STRETCH = Duration.ofSeconds(30);

    private static final Duration OTHER_RUN = Duration.ofSeconds(2);

    private final OneAtATime locks;
    private final Parking parking;
    private final InstantSource clock;

    JobRunner(OneAtATime locks, Parking parking, InstantSource clock) {
        this.locks = locks;
        this.parking = parking;
        this.clock = clock;
    }

    Task<Work> task(Job job) {
        return Tasks.custom(job.name().stored(), Work.class)
                .onFailure((complete, execution) -> failed(job.patience(), complete, execution))
                .onDeadExecutionRevive()
                .execute((instance, context) -> run(job, instance, context));
    }

    private CompletionHandler<Work> run(
            Job job, TaskInstance<Work> instance, ExecutionContext context) {
        var work = instance.getData();
        try (var held = locks.hold(job.name().stored() + "/" + work.subject()).orElse(null)) {
            var next =
                    held == null
                            ? new Next.Again(clock.instant().plus(OTHER_RUN), work)
                            : run(job, work, held, context);
            return after(
                    next instanceof Next.Again && job.isOneEnough() && waits(job, work, context)
                            ? new Next.Done()
                            : next);
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not answer", e);
        }
    }

    /**
     * Whether another asking for the same thing waits. One that runs does not count: it may have
     * looked before this one was asked for.
     */
    private static boolean waits(Job job, Work work, ExecutionContext context) {
        return context
                .getSchedulerClient()
                .getScheduledExecutionsForTask(
                        job.name().stored(),
                        Work.class,
                        ScheduledExecutionsFilter.onlyResolved().withPicked(false))
                .stream()
                .anyMatch(other -> other.getData().subject().equals(work.subject()));
    }

    private Next run(Job job, Work work, OneAtATime.Held held, ExecutionContext context) {
        var end = clock.instant().plus(STRETCH);
        BooleanSupplier goOn =
                () ->
                        clock.instant().isBefore(end)
                                && !context.getSchedulerState().isShuttingDown()
                                && held.isStillHeld();
        return CallerContext.callAs(job.automation(), () -> job.run(work, goOn));
    }

    private static CompletionHandler<Work> after(Next next) {
        return switch (next) {
            case Next.Done() -> (_, execution) -> execution.remove();
            case Next.Again(var at, var work) ->
                    (complete, execution) -> execution.reschedule(complete, at, work);
        };
    }

    private void failed(
            Patience patience, ExecutionComplete complete, ExecutionOperations<Work> execution) {
        int failures = complete.getExecution().consecutiveFailures + 1;
        if (patience == Patience.UNTIL_PARKED && failures >= Retries.LIMIT) {
            park(failures, complete, execution);
        } else {
            tryAgain(failures, complete, execution);
        }
    }

    private void tryAgain(
            int failures, ExecutionComplete complete, ExecutionOperations<Work> execution) {
        var job = complete.getExecution();
        var next = clock.instant().plus(Retries.after(failures));
        LOG.atLevel(failures < Retries.LIMIT ? Level.WARN : Level.ERROR)
                .setCause(complete.getCause().orElse(null))
                .log(
                        "job failed and is tried again job={} id={} failures={} next={}",
                        job.getTaskName(),
                        job.getId(),
                        failures,
                        next);
        execution.reschedule(complete, next);
    }

    private void park(
            int failures, ExecutionComplete complete, ExecutionOperations<Work> execution) {
        var job = complete.getExecution();
        var cause = complete.getCause().orElse(null);
        LOG.error(
                "job kept failing and is parked job={} id={} failures={}",
                job.getTaskName(),
                job.getId(),
                failures,
                cause);
        parking.park(
                job.getTaskName(),
                job.getId(),
                (Work) job.taskInstance.getData(),
                failures,
                cause,
                clock.instant());
        execution.remove();
    }
}
