package dev.cordon.infra.persistence;

import dev.cordon.application.incident.Incidents;
import dev.cordon.infra.persistence.evidence.LedgerQueue;
import dev.cordon.infra.persistence.notification.WebhookQueue;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

@TestConfiguration(proxyBeanMethods = false)
@EntityScan("dev.cordon.infra.persistence")
@ComponentScan(
        basePackages = {
            "dev.cordon.infra.persistence",
            "dev.cordon.infra.database",
            "dev.cordon.infra.kernel",
            "dev.cordon.infra.crypto"
        })
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class PersistenceTestConfiguration {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456Z");

    @Bean
    InstantSource clock() {
        return InstantSource.fixed(NOW);
    }

    /** Nothing is sent here. */
    @Bean
    WebhookQueue webhookQueue() {
        return _ -> {};
    }

    /** Nothing is sequenced here by itself. */
    @Bean
    LedgerQueue ledgerQueue() {
        return () -> {};
    }

    @Bean
    Acting acting(ObjectProvider<PlatformTransactionManager> transactions) {
        return new Acting(transactions);
    }

    @Bean
    StoredIncident storedIncident(Incidents incidents, Acting acting) {
        return new StoredIncident(incidents, acting);
    }

    @Bean
    StoredCampaign storedCampaign(StoredIncident incident, JdbcClient jdbc) {
        return new StoredCampaign(incident, jdbc);
    }
}
