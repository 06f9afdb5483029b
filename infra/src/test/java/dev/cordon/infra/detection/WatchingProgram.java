package dev.cordon.infra.detection;

import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.application.store.FakeStoreGateway;
import dev.cordon.application.store.StoreGateway;
import dev.cordon.domain.people.Permission;
import dev.cordon.infra.persistence.evidence.LedgerQueue;
import dev.cordon.infra.persistence.notification.WebhookQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** What it takes to watch logs: use cases behind their permissions, spool, engine, database. */
@TestConfiguration(proxyBeanMethods = false)
@EntityScan("dev.cordon.infra.persistence")
@ComponentScan(
        basePackages = {
            "dev.cordon.application.detection",
            "dev.cordon.infra.crypto",
            "dev.cordon.infra.database",
            "dev.cordon.infra.detection",
            "dev.cordon.infra.intake.payment",
            "dev.cordon.infra.kernel",
            "dev.cordon.infra.persistence"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = ".*(Test|IT|TestConfiguration|RowsAndHistory|StoredEvidence)"))
@ComponentScan(
        basePackages = "dev.cordon.infra.security",
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern =
                                ".*\\.(UseCaseSecurity|CurrentCaller|CallersChange|Identities|Grants|SourceTokenLogin)"))
@ImportAutoConfiguration({
    AopAutoConfiguration.class,
    DataSourceAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class WatchingProgram {

    /** The day after the traffic of the test. */
    private static final Instant BEGUN = Instant.parse("2026-10-06T06:00:00Z");

    /** Nothing is told outside. */
    @Bean
    LedgerQueue ledgerQueue() {
        return () -> {};
    }

    /** No store is asked here. */
    @Bean
    StoreGateway storeGateway() {
        return new FakeStoreGateway();
    }

    @Bean
    WebhookQueue webhookQueue() {
        return _ -> {};
    }

    @Bean
    Time clock() {
        return new Time();
    }

    /** Time as it passes, and now and then a leap of it. */
    static final class Time implements InstantSource {

        private final InstantSource ticking =
                Clock.tick(
                        Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), BEGUN)),
                        Duration.ofNanos(1000));
        private volatile Duration leapt = Duration.ZERO;

        @Override
        public Instant instant() {
            return ticking.instant().plus(leapt);
        }

        synchronized void leap(Duration over) {
            leapt = leapt.plus(over);
        }
    }

    /** The test's own steps, as detection takes them. */
    @StreamingUseCase
    public static class Step {

        private final UnitOfWork work;

        Step(UnitOfWork work) {
            this.work = work;
        }

        /** In one transaction. */
        @Requires(Permission.LOG_INGEST)
        public <T> T take(Supplier<T> step) {
            return work.commit(step);
        }
    }
}
