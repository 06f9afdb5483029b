package dev.cordon.infra.jobs;

import static dev.cordon.domain.incident.IncidentFixtures.RITA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.cordon.application.audit.ParkedJobs.Standing;
import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.jobs.Job.Next;
import dev.cordon.infra.jobs.Job.Patience;
import dev.cordon.infra.persistence.Acting;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class JobRunnerTest {

    private static final UUID NOTICE = new UUID(0, 77);
    private static final UUID OTHER = new UUID(0, 78);
    private static final InstantSource CLOCK = Clock.systemUTC();

    @Autowired private DataSource dataSource;
    @Autowired private JdbcClient jdbc;
    @Autowired private Acting acting;
    @Autowired private Emptied database;
    @Autowired private Ids ids;

    private final Queue<Work> runs = new ConcurrentLinkedQueue<>();
    private JobQueue queue;
    private Parking parking;
    private Scheduler scheduler;
    private boolean oneIsEnough;
    private Patience patience = Patience.UNTIL_PARKED;

    @BeforeEach
    void empty() {
        database.empty();
    }

    @AfterEach
    void stop() {
        scheduler.stop();
    }

    @Test
    void aJobRunsAfterTheTransactionThatAskedForIt() {
        start(_ -> new Next.Done());

        acting.as(
                RITA,
                "ApproveCampaign",
                () -> {
                    queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
                    assertThat(runs).isEmpty();
                });

        await().until(() -> runs.size() == 1 && stored() == 0);
        assertThat(runs).containsExactly(Work.on(NOTICE));
    }

    @Test
    void aJobWhoseTransactionWasRolledBackNeverRuns() {
        start(_ -> new Next.Done());

        assertThatThrownBy(
                        () ->
                                acting.as(
                                        RITA,
                                        "ApproveCampaign",
                                        () -> {
                                            queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
                                            throw new IllegalStateException("refused");
                                        }))
                .hasMessage("refused");

        assertThat(stored()).isZero();
    }

    @Test
    void whatItRemembersReachesTheNextRun() {
        start(
                work ->
                        work.fruitless() == 2
                                ? new Next.Done()
                                : new Next.Again(
                                        CLOCK.instant(),
                                        new Work(work.subject(), work.fruitless() + 1)));

        queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);

        await().until(() -> runs.size() == 3 && stored() == 0);
        assertThat(runs).extracting(Work::fruitless).containsExactly(0, 1, 2);
    }

    @Test
    void twoJobsForOneThingNeverRunAtTheSameTime() {
        var at = new AtomicInteger();
        var together = new AtomicInteger();
        var first = new CountDownLatch(1);
        start(
                work -> {
                    together.accumulateAndGet(at.incrementAndGet(), Math::max);
                    if (work.subject().equals(OTHER)) {
                        first.countDown();
                    } else {
                        // Lets the scheduler pick the second one while this one is at work.
                        awaitQuietly(first);
                    }
                    at.decrementAndGet();
                    return new Next.Done();
                });

        queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
        queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
        await().until(() -> runs.size() == 1);
        queue.add(JobName.DISPATCH_CAMPAIGN, OTHER);

        await().until(() -> runs.size() == 3 && stored() == 0);
        assertThat(runs).extracting(Work::subject).containsExactly(NOTICE, OTHER, NOTICE);
        assertThat(together).hasValue(2);
    }

    @Test
    void askingsOfOneThingGiveWayToOneOfThemWhereOneIsEnough() {
        oneIsEnough = true;
        var waits = CLOCK.instant().plus(Duration.ofHours(1));
        start(_ -> new Next.Again(waits, Work.on(NOTICE)));
        scheduler.pause();

        for (int i = 0; i < 5; i++) {
            queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
        }
        scheduler.resume();

        await().until(
                        () ->
                                jdbc.sql(
                                                                "select count(*) from scheduled_tasks where not picked"
                                                                        + " and execution_time > now() + interval '1 minute'")
                                                        .query(Integer.class)
                                                        .single()
                                                == stored()
                                        && stored() < 5
                                        && stored() > 0);
    }

    @Test
    void whatFailsIsTriedAgainLater() {
        start(
                _ -> {
                    if (runs.size() == 1) {
                        throw new IllegalStateException("database away");
                    }
                    return new Next.Done();
                });

        queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);

        await().until(() -> runs.size() == 2 && stored() == 0);
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void whatKeepsFailingIsParkedAndCanBeTakenUp() {
        var mended = new CountDownLatch(1);
        start(
                _ -> {
                    if (mended.getCount() > 0) {
                        throw new IllegalStateException("no such table");
                    }
                    return new Next.Done();
                });
        queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
        await().until(() -> runs.size() == 1);
        await().until(
                        () ->
                                jdbc.sql(
                                                        """
                                                        update scheduled_tasks set execution_time = 'epoch',
                                                            consecutive_failures = 11, version = version + 1
                                                        where not picked and consecutive_failures = 1
                                                        """)
                                                .update()
                                        == 1);

        await().until(() -> parking.all().size() == 1 && stored() == 0);
        var parked = parking.all().getFirst();
        assertThat(parked.subject()).isEqualTo(NOTICE);
        assertThat(parked.failure()).contains("no such table");

        assertThat(parking.standing()).isEqualTo(new Standing(1, 0));

        mended.countDown();
        assertThat(parking.takeUp(parked.id())).contains(parked);
        assertThat(parking.takeUp(parked.id())).isEmpty();

        await().until(() -> runs.size() == 3 && stored() == 0);
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void whatMustNotBeLeftUndoneIsTriedUntilItSucceeds() {
        patience = Patience.ENDLESS;
        start(
                _ -> {
                    if (runs.size() <= 13) {
                        throw new IllegalStateException("mail server away");
                    }
                    return new Next.Done();
                });
        queue.add(JobName.PAGE_TAMPERING, NOTICE);

        await().until(() -> hurried() == 0 && stored() == 0);

        assertThat(runs).hasSize(14).containsOnly(Work.on(NOTICE));
        assertThat(parking.all()).isEmpty();
    }

    @Test
    void aStandingJobIsThereOnceAndNeverParked() {
        patience = Patience.ENDLESS;
        start(
                _ -> {
                    throw new IllegalStateException("no such table");
                });
        var jobs =
                new StandingJobs(
                        List.of(
                                new StandingJob(
                                        JobName.DISPATCH_CAMPAIGN,
                                        AutomationPolicy.DISPATCHER,
                                        CLOCK,
                                        _ -> Duration.ZERO)),
                        queue);
        jobs.start();
        jobs.start();
        await().until(() -> runs.size() == 1);
        await().until(
                        () ->
                                jdbc.sql(
                                                        """
                                                        update scheduled_tasks set execution_time = 'epoch',
                                                            consecutive_failures = 50, version = version + 1
                                                        where not picked and consecutive_failures = 1
                                                        """)
                                                .update()
                                        == 1);

        await().until(
                        () ->
                                jdbc.sql(
                                                """
                                                        select consecutive_failures from scheduled_tasks
                                                        where not picked
                                                        """)
                                        .query(Integer.class)
                                        .list()
                                        .equals(List.of(51)));
        assertThat(stored()).isOne();
        assertThat(parking.all()).isEmpty();
        assertThat(parking.standing()).isEqualTo(new Standing(0, 1));
    }

    @Test
    void theJobOfAKilledInstanceIsTakenOver() {
        start(_ -> new Next.Done());
        scheduler.pause();
        queue.add(JobName.DISPATCH_CAMPAIGN, NOTICE);
        jdbc.sql(
                        """
                        update scheduled_tasks set picked = true, picked_by = 'killed',
                            last_heartbeat = now() - interval '3 seconds', version = version + 1
                        """)
                .update();
        scheduler.resume();

        await().until(() -> runs.size() == 1 && stored() == 0);
    }

    private void start(Function<Work, Next> run) {
        parking = new Parking(jdbc, queue());
        var runner = new JobRunner(new OneAtATime(dataSource), parking, CLOCK);
        scheduler =
                Scheduler.create(
                                dataSource,
                                List.of(
                                        runner.task(job(JobName.DISPATCH_CAMPAIGN, run)),
                                        runner.task(job(JobName.PAGE_TAMPERING, run))))
                        .serializer(new JsonSerializer())
                        .pollingInterval(Duration.ofMillis(100))
                        .heartbeatInterval(Duration.ofMillis(200))
                        .missedHeartbeatsLimit(4)
                        .build();
        scheduler.start();
    }

    private JobQueue queue() {
        queue =
                new JobsConfiguration()
                        .jobQueue(
                                dataSource,
                                new StaticListableBeanFactory().getBeanProvider(Scheduler.class),
                                ids,
                                CLOCK);
        return queue;
    }

    private Job job(JobName name, Function<Work, Next> run) {
        return new Job() {
            @Override
            public Patience patience() {
                return patience;
            }

            @Override
            public boolean isOneEnough() {
                return oneIsEnough;
            }

            @Override
            public JobName name() {
                return name;
            }

            @Override
            public AutomationPolicy automation() {
                return AutomationPolicy.DISPATCHER;
            }

            @Override
            public Next run(Work work, BooleanSupplier goOn) {
                runs.add(work);
                return run.apply(work);
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Has whatever waits after a failure be tried now. */
    private int hurried() {
        return jdbc.sql(
                        """
                        update scheduled_tasks set execution_time = 'epoch', version = version + 1
                        where not picked and consecutive_failures > 0 and execution_time > now()
                        """)
                .update();
    }

    private int stored() {
        return jdbc.sql("select count(*) from scheduled_tasks").query(Integer.class).single();
    }
}
