package dev.cordon.infra.jobs;

import dev.cordon.application.audit.ParkedJobs;
import dev.cordon.infra.persistence.Times;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where jobs wait that kept failing. */
final class Parking implements ParkedJobs {

    private static final Logger LOG = LoggerFactory.getLogger(Parking.class);

    private final JdbcClient jdbc;
    private final JobQueue queue;

    Parking(JdbcClient jdbc, JobQueue queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    void park(
            String job,
            String instance,
            Work work,
            int failures,
            @Nullable Throwable failure,
            Instant at) {
        jdbc.sql(
                        """
                        insert into parked_job (job, instance, subject, failures, failure, parked_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(job)
                .param(instance)
                .param(work.subject())
                .param(failures)
                .param(FailureText.of(failure))
                .param(Times.utc(at))
                .update();
    }

    @Override
    public List<ParkedJob> all() {
        return jdbc.sql("select * from parked_job order by parked_at desc, instance")
                .query(Parking::parked)
                .list();
    }

    @Override
    public Standing standing() {
        return jdbc.sql(
                        """
                        select (select count(*) from parked_job),
                            (select count(*) from scheduled_tasks where consecutive_failures >= ?)
                        """)
                .param(Retries.LIMIT)
                .query((row, _) -> new Standing(row.getInt(1), row.getInt(2)))
                .single();
    }

    @Override
    public Optional<ParkedJob> takeUp(UUID id) {
        var taken =
                jdbc.sql("delete from parked_job where id = ? returning *")
                        .param(id)
                        .query(Parking::parked)
                        .optional();
        taken.ifPresent(
                job -> {
                    queue.add(nameOf(job), job.subject());
                    LOG.info("parked job taken up job={} subject={}", job.job(), job.subject());
                });
        return taken;
    }

    /** Rows of earlier versions say their failure as it came. */
    private static ParkedJob parked(ResultSet row, int index) throws SQLException {
        return new ParkedJob(
                row.getObject("id", UUID.class),
                row.getString("job"),
                row.getObject("subject", UUID.class),
                row.getInt("failures"),
                FailureText.masked(row.getString("failure")),
                Times.instant(row, "parked_at"));
    }

    private static JobName nameOf(ParkedJob job) {
        for (var name : JobName.values()) {
            if (name.stored().equals(job.job())) {
                return name;
            }
        }
        throw new IllegalStateException("no kind of job is called " + job.job());
    }
}
