package dev.cordon.infra.intake.mail;

import dev.cordon.application.detection.TakeMailReport;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the door for mail, where the operator wants one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailReportSettings.class)
class MailReportConfiguration {

    @Bean
    @ConditionalOnProperty("cordon.mail-report.enabled")
    MailReportServer mailReportServer(
            MailReportSettings settings,
            TakeMailReport take,
            SslBundles bundles,
            InstantSource clock) {
        return new MailReportServer(settings, take::take, bundles, clock);
    }
}
