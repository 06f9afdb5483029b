package dev.cordon.infra.bootstrap;

import dev.cordon.application.notification.MessageChannel;
import dev.cordon.domain.notification.Channel;
import dev.cordon.notify.notification.HttpSmsChannel;
import dev.cordon.notify.notification.SmtpChannel;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** The ways out for notices. The demonstration has its own, which reach nobody. */
@Configuration(proxyBeanMethods = false)
@Profile("!demo")
@EnableConfigurationProperties({SmtpProperties.class, SmsProperties.class})
class NoticeWiring {

    @Bean
    MessageChannel mailChannel(SmtpProperties smtp, InstantSource clock) {
        return smtp.isMissing()
                ? new NoWayOut(Channel.EMAIL, SmtpProperties.MISSING)
                : new SmtpChannel(checked(smtp::settings), clock);
    }

    @Bean
    MessageChannel smsChannel(SmsProperties sms, InstantSource clock) {
        return sms.isMissing()
                ? new NoWayOut(Channel.SMS, SmsProperties.MISSING)
                : new HttpSmsChannel(checked(sms::settings), clock);
    }

    private static <T> T checked(Supplier<T> settings) {
        try {
            return settings.get();
        } catch (IllegalArgumentException e) {
            throw new RefusedToStart(
                    "A setting for sending notices is wrong: " + e.getMessage() + ".",
                    "Correct it, or leave all of them out: then notices wait.");
        }
    }
}
