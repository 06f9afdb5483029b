package dev.cordon.infra.kernel;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** The world outside, as the use cases are given it. */
@Configuration(proxyBeanMethods = false)
class KernelConfiguration {

    @Bean
    Ids ids(InstantSource clock) {
        return new UuidV7Ids(clock);
    }

    @Bean
    UnitOfWork unitOfWork(PlatformTransactionManager transactions) {
        return new TransactionalWork(transactions);
    }
}
