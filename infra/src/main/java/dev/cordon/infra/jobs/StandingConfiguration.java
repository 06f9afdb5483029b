package dev.cordon.infra.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import dev.cordon.application.detection.ForgetOriginals;
import dev.cordon.application.detection.WatchConnections;
import dev.cordon.application.evidence.AnchorLedger;
import dev.cordon.application.evidence.ExpireEvidence;
import dev.cordon.application.evidence.MirrorLedger;
import dev.cordon.application.evidence.SweepUploads;
import dev.cordon.application.evidence.WatchIntegrity;
import dev.cordon.application.evidence.WatchRhythm;
import dev.cordon.application.store.WatchInventories;
import dev.cordon.application.store.WatchVulnerabilities;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that are always there. */
@Configuration(proxyBeanMethods = false)
class StandingConfiguration {

    private static final Duration BETWEEN_ANCHORS = Duration.ofSeconds(30);
    private static final Duration BETWEEN_COPIES = Duration.ofSeconds(5);

    /** Reading goes on for at most two thirds of the time, so that others get their turn. */
    private static final Duration BETWEEN_PIECES = Duration.ofSeconds(5);

    private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(10);

    private static final Duration BETWEEN_READINGS = Duration.ofHours(1);

    private static final Duration UNTIL_THE_NEXT_DAY = Duration.ofDays(1);

    @Bean
    StandingJob anchorJob(AnchorLedger anchor, InstantSource clock) {
        return new StandingJob(
                JobName.ANCHOR_LEDGER,
                AutomationPolicy.LEDGER,
                clock,
                _ -> {
                    anchor.anchor();
                    return BETWEEN_ANCHORS;
                });
    }

    @Bean
    StandingJob mirrorJob(MirrorLedger mirror, InstantSource clock) {
        return new StandingJob(
                JobName.MIRROR_LEDGER,
                AutomationPolicy.LEDGER,
                clock,
                goOn -> {
                    mirror.mirror(new MirrorLedger.Command(goOn));
                    return BETWEEN_COPIES;
                });
    }

    @Bean
    StandingJob watchJob(WatchIntegrity watch, InstantSource clock) {
        return new StandingJob(
                JobName.WATCH_INTEGRITY,
                AutomationPolicy.LEDGER,
                clock,
                goOn -> watch.watch(new WatchIntegrity.Command(goOn)).plus(BETWEEN_PIECES));
    }

    @Bean
    StandingJob expireJob(
            ExpireEvidence expire,
            SweepUploads sweep,
            ForgetOriginals originals,
            InstantSource clock) {
        return new StandingJob(
                JobName.EXPIRE_EVIDENCE,
                AutomationPolicy.EVIDENCE_KEEPER,
                clock,
                goOn -> {
                    sweep.sweep();
                    originals.forget();
                    return expire.expire(new ExpireEvidence.Command(goOn))
                            ? BETWEEN_PIECES
                            : UNTIL_THE_NEXT_DAY;
                });
    }

    @Bean
    StandingJob connectionsJob(WatchConnections watch, InstantSource clock) {
        return new StandingJob(
                JobName.WATCH_CONNECTIONS,
                AutomationPolicy.CONNECTION_WATCH,
                clock,
                goOn -> {
                    watch.watch(new WatchConnections.Command(goOn));
                    return BETWEEN_LOOKS;
                });
    }

    @Bean
    StandingJob inventoriesJob(WatchInventories watch, InstantSource clock) {
        return new StandingJob(
                JobName.TAKE_INVENTORIES,
                AutomationPolicy.STORE_WATCH,
                clock,
                goOn ->
                        watch.watch(new WatchInventories.Command(goOn))
                                ? BETWEEN_PIECES
                                : BETWEEN_LOOKS);
    }

    @Bean
    StandingJob vulnerabilitiesJob(WatchVulnerabilities watch, InstantSource clock) {
        return new StandingJob(
                JobName.WATCH_VULNERABILITIES,
                AutomationPolicy.STORE_WATCH,
                clock,
                _ -> {
                    watch.watch();
                    return BETWEEN_READINGS;
                });
    }

    @Bean
    Task<Work> vulnerabilitiesTask(JobRunner runner, StandingJob vulnerabilitiesJob) {
        return runner.task(vulnerabilitiesJob);
    }

    @Bean
    Task<Work> inventoriesTask(JobRunner runner, StandingJob inventoriesJob) {
        return runner.task(inventoriesJob);
    }

    @Bean
    Task<Work> connectionsTask(JobRunner runner, StandingJob connectionsJob) {
        return runner.task(connectionsJob);
    }

    @Bean
    Task<Work> anchorTask(JobRunner runner, StandingJob anchorJob) {
        return runner.task(anchorJob);
    }

    @Bean
    Task<Work> mirrorTask(JobRunner runner, StandingJob mirrorJob) {
        return runner.task(mirrorJob);
    }

    @Bean
    Task<Work> watchTask(JobRunner runner, StandingJob watchJob) {
        return runner.task(watchJob);
    }

    @Bean
    Task<Work> expireTask(JobRunner runner, StandingJob expireJob) {
        return runner.task(expireJob);
    }

    @Bean
    WatchRhythm watchRhythm(
            @Value("${cordon.watch.items:7d}") Duration items,
            @Value("${cordon.watch.ledger:1d}") Duration ledger) {
        return new WatchRhythm(items, ledger);
    }

    @Bean
    @ConditionalOnProperty(name = "db-scheduler.enabled", matchIfMissing = true)
    StandingJobs standingJobs(List<StandingJob> jobs, JobQueue queue) {
        return new StandingJobs(jobs, queue);
    }
}
