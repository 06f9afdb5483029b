package dev.cordon.infra.bootstrap;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one place that asks the machine for the time. */
@Configuration(proxyBeanMethods = false)
class SystemTime {

    /**
     * In microseconds, as PostgreSQL keeps them: a time that was hashed into custody must read back
     * the same.
     */
    @Bean
    InstantSource instantSource() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1000));
    }
}
