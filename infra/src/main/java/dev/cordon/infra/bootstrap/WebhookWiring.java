package dev.cordon.infra.bootstrap;

import dev.cordon.application.notification.WebhookSender;
import dev.cordon.notify.notification.HttpWebhookSender;
import dev.cordon.notify.notification.WebhookSettings;
import java.net.URI;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How webhooks leave. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookWiring.WebhookProperties.class)
class WebhookWiring {

    /**
     * Settings of webhooks.
     *
     * @param loopback whether receivers on this machine may be called, also over plain http: for
     *     tests, and a hole anywhere else
     * @param connectTimeout how long opening a connection may take
     * @param answerTimeout how long one message may take altogether
     */
    @ConfigurationProperties("cordon.webhooks")
    record WebhookProperties(
            @DefaultValue("false") boolean loopback,
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("10s") Duration answerTimeout) {}

    @Bean
    WebhookSender webhookSender(
            WebhookProperties settings, @Value("${cordon.address}") URI address) {
        return new HttpWebhookSender(
                new WebhookSettings(
                        address,
                        settings.loopback(),
                        settings.connectTimeout(),
                        settings.answerTimeout()));
    }
}
