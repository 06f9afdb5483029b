package dev.cordon.infra.jobs;

import dev.cordon.application.audit.ParkedJobs;
import dev.cordon.infra.persistence.Times;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where jobs wait that kept failing. */
final class Parking implements ParkedJobs {

    private static final int LONGEST_FAILURE = 500;

    private final JdbcClient jdbc;
    private final JobQueue queue;

    Parking(JdbcClient jdbc, JobQueue queue) {
        this.jdbc = jdbc;
        this.queue = queue;
    }

    void park(String job, String instance, Work work, int failures, String failure, Instant at) {
        jdbc.sql(
                        """
                        insert into parked_job (job, instance, subject, failures, failure, parked_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .param(job)
                .param(instance)
                .param(work.subject())
                .param(failures)
                .param(failure.substring(0, Math.min(LONGEST_FAILURE, failure.length())))
                .param(Times.utc(at))
                .update();
    }

    @Override
    public List<ParkedJob> all() {
        return jdbc.sql("select * from parked_job order by parked_at desc, instance")
                .query(
                        (row, _) ->
                                new ParkedJob(
                                        row.getString("instance"),
                                        row.getString("job"),
                                        row.getObject("subject", UUID.class),
                                        row.getInt("failures"),
                                        row.getString("failure"),
                                        Times.instant(row, "parked_at")))
                .list();
    }

    @Override
    public boolean takeUp(String id) {
        var parked = all().stream().filter(job -> job.id().equals(id)).findFirst();
        parked.ifPresent(job -> queue.add(nameOf(job), job.subject()));
        return jdbc.sql("delete from parked_job where instance = ?").param(id).update() > 0;
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
