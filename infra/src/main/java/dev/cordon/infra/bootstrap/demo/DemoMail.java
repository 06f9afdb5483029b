package dev.cordon.infra.bootstrap.demo;

import dev.cordon.application.notification.MessageChannel;
import dev.cordon.domain.notification.Channel;
import dev.cordon.infra.bootstrap.NoWayOut;
import dev.cordon.notify.notification.SmtpChannel;
import dev.cordon.notify.notification.SmtpSettings;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Mail of the demonstration: by real SMTP, to a server on this machine that delivers nothing. What
 * is configured for the real program is not used here.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoMail {

    @Bean
    DemoMailbox demoMailbox(InstantSource clock) {
        return DemoMailbox.open(clock);
    }

    @Bean
    MessageChannel mailChannel(DemoMailbox mailbox, InstantSource clock) {
        return new SmtpChannel(
                new SmtpSettings(
                        "127.0.0.1",
                        mailbox.port(),
                        SmtpSettings.Security.NONE,
                        "",
                        "",
                        "notices@fjordshop.example",
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(30),
                        false),
                clock);
    }

    @Bean
    MessageChannel smsChannel() {
        return new NoWayOut(Channel.SMS, "The demonstration sends no text messages.");
    }
}
