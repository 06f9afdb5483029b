package dev.cordon.infra.persistence;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.transaction.PlatformTransactionManager;

/** Persistence on whatever data source a test brings. */
@TestConfiguration(proxyBeanMethods = false)
@ComponentScan(
        basePackages = {
            "dev.cordon.infra.persistence",
            "dev.cordon.infra.kernel",
            "dev.cordon.infra.crypto"
        },
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Emptied.class))
@ImportAutoConfiguration({
    HibernateJpaAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class
})
public class RowsAndHistory {

    @Bean
    InstantSource instantSource() {
        return InstantSource.fixed(PersistenceTestConfiguration.NOW);
    }

    @Bean
    Acting acting(ObjectProvider<PlatformTransactionManager> transactions) {
        return new Acting(transactions);
    }
}
