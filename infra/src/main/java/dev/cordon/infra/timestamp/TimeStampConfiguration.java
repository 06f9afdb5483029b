package dev.cordon.infra.timestamp;

import dev.cordon.application.evidence.TimeStamps;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the authorities. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TimeStampSettings.class)
class TimeStampConfiguration {

    @Bean
    TimeStamps timeStamps(TimeStampSettings settings) {
        return new ConfiguredTimeStamps(settings);
    }
}
