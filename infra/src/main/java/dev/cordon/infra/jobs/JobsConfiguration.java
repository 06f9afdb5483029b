package dev.cordon.infra.jobs;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.Task;
import dev.cordon.application.audit.ParkedJobs;
import dev.cordon.application.evidence.SequenceLedger;
import dev.cordon.application.kernel.Ids;
import dev.cordon.infra.persistence.Consequence;
import dev.cordon.infra.persistence.evidence.LedgerQueue;
import dev.cordon.infra.persistence.notification.WebhookQueue;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/** Wires the scheduler: jobs are stored through the running transaction's own connection. */
@Configuration(proxyBeanMethods = false)
class JobsConfiguration {

    private static final Serializer JSON = new JsonSerializer();

    @Bean
    JobQueue jobQueue(
            DataSource database,
            ObjectProvider<Scheduler> scheduler,
            Ids ids,
            InstantSource clock) {
        var client =
                SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(database))
                        .serializer(JSON)
                        .build();
        return new JobQueue(client, scheduler, ids, clock);
    }

    @Bean
    Consequence workAsked(JobQueue queue) {
        return new WorkAsked(queue);
    }

    @Bean
    Parking parkedJobs(JdbcClient jdbc, JobQueue queue) {
        return new Parking(jdbc, queue);
    }

    @Bean
    JobRunner jobRunner(DataSource database, Parking parking, InstantSource clock) {
        return new JobRunner(new OneAtATime(database), parking, clock);
    }

    @Bean
    Task<Work> determineTask(JobRunner runner, DetermineJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> dispatchTask(JobRunner runner, DispatchJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> webhooksTask(JobRunner runner, WebhooksJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> dryRunTask(JobRunner runner, DryRunJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> tellWebhookOwnerTask(JobRunner runner, TellWebhookOwnerJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> disposeTask(JobRunner runner, DisposeJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> packageTask(JobRunner runner, PackageJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> takeFromStoreTask(JobRunner runner, TakeFromStoreJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> preservePageTask(JobRunner runner, PreservePageJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> visitPaymentPageTask(JobRunner runner, VisitPaymentPageJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> mirrorStoreTask(JobRunner runner, MirrorStoreJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> mirrorWebhooksTask(JobRunner runner, MirrorWebhooksJob job) {
        return runner.task(job);
    }

    @Bean
    Task<Work> pageTamperingTask(JobRunner runner, PageTamperingJob job) {
        return runner.task(job);
    }

    /** An instance that runs no jobs leaves its leaves to those that do. */
    @Bean
    LedgerQueue ledgerQueue(
            SequenceLedger sequence, @Value("${db-scheduler.enabled:true}") boolean runsJobs) {
        return runsJobs ? new LedgerClockwork(sequence) : () -> {};
    }

    @Bean
    WebhookQueue webhookQueue(JobQueue queue) {
        return endpoint -> queue.add(JobName.DELIVER_WEBHOOKS, endpoint.value());
    }

    @Bean
    DbSchedulerCustomizer jobsAsJson() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(JSON);
            }
        };
    }

    /** Up also with parked jobs: the program itself works, and its console shows them. */
    @Bean
    HealthIndicator jobsHealthIndicator(ParkedJobs parked) {
        return () -> {
            var standing = parked.standing();
            return Health.up()
                    .withDetail("parked", standing.parked())
                    .withDetail("failing", standing.failing())
                    .build();
        };
    }
}
