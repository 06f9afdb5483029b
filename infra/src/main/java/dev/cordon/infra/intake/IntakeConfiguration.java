package dev.cordon.infra.intake;

import dev.cordon.application.detection.IngestLines;
import dev.cordon.application.kernel.Ids;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the doors for log lines that are not HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SyslogSettings.class)
class IntakeConfiguration {

    @Bean
    SyslogServer syslogServer(
            SyslogSettings settings, IngestLines ingest, Ids ids, SslBundles bundles) {
        return new SyslogServer(settings, ingest, ids, bundles);
    }
}
