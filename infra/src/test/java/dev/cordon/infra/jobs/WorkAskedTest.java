package dev.cordon.infra.jobs;

import static dev.cordon.domain.incident.IncidentFixtures.FJORD;
import static dev.cordon.domain.incident.IncidentFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.application.kernel.Ids;
import dev.cordon.domain.detection.AlertEvent.AlertRaised;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.infra.persistence.Emptied;
import dev.cordon.infra.persistence.PersistenceTest;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@PersistenceTest
class WorkAskedTest {

    private static final AlertId ALERT = new AlertId(new UUID(0, 91));

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final Emptied database;
    private final Ids ids;

    WorkAskedTest(DataSource dataSource, JdbcClient jdbc, Emptied database, Ids ids) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.database = database;
        this.ids = ids;
    }

    @BeforeEach
    void empty() {
        database.empty();
    }

    @Test
    void tamperingAsksForAPageAndAScanForNothing() {
        var asked =
                new WorkAsked(
                        new JobsConfiguration()
                                .jobQueue(
                                        dataSource,
                                        new StaticListableBeanFactory()
                                                .getBeanProvider(
                                                        com.github.kagkarlsson.scheduler.Scheduler
                                                                .class),
                                        ids,
                                        () -> NOON));

        asked.of(raised(AttackKind.SCANNER));
        var before = waiting();
        asked.of(raised(AttackKind.TAMPERING));

        assertThat(before).isEmpty();
        assertThat(waiting()).singleElement().asString().startsWith("page-tampering " + ALERT);
    }

    private static AlertRaised raised(AttackKind kind) {
        return new AlertRaised(
                ALERT,
                FJORD,
                kind,
                AlertSeverity.CRITICAL,
                0,
                NOON,
                AutomationPolicy.LEDGER.actor());
    }

    private List<String> waiting() {
        return jdbc.sql("select task_name || ' ' || task_instance from scheduled_tasks")
                .query(String.class)
                .list();
    }
}
