package dev.cordon.infra.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cordon.application.notification.MessageChannel;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.notify.notification.HttpSmsChannel;
import dev.cordon.notify.notification.SmtpChannel;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class NoticeWiringTest {

    private final ApplicationContextRunner program =
            new ApplicationContextRunner()
                    .withBean(InstantSource.class, () -> InstantSource.fixed(Instant.EPOCH))
                    .withUserConfiguration(NoticeWiring.class);

    @Test
    void withoutAMailServerNoticesWaitAndSayForWhat() {
        program.run(
                context -> {
                    var mail = context.getBean("mailChannel", MessageChannel.class);

                    assertThatExceptionOfType(Unavailable.class)
                            .isThrownBy(mail::open)
                            .withMessageContaining("CORDON_SMTP_HOST");
                });
    }

    @Test
    void withAMailServerAndAGatewayThereAreTwoWaysOut() {
        program.withPropertyValues(
                        "cordon.smtp.host=mail.shop.example",
                        "cordon.smtp.from=notices@shop.example",
                        "cordon.sms.url=https://sms.example/send",
                        "cordon.sms.token=t0ken",
                        "cordon.sms.sender=Shop")
                .run(
                        context -> {
                            assertThat(context.getBean("mailChannel"))
                                    .isInstanceOf(SmtpChannel.class);
                            assertThat(context.getBean("smsChannel"))
                                    .isInstanceOf(HttpSmsChannel.class);
                        });
    }

    @Test
    void wrongSettingIsNamedAtTheStart() {
        program.withPropertyValues("cordon.smtp.host=mail.shop.example")
                .run(
                        context ->
                                assertThat(context)
                                        .getFailure()
                                        .rootCause()
                                        .isInstanceOf(RefusedToStart.class)
                                        .hasMessageContaining("cordon.smtp.from"));
    }
}
