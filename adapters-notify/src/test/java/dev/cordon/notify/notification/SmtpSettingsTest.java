package dev.cordon.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cordon.notify.notification.SmtpSettings.Security;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmtpSettingsTest {

    @Test
    void secretsAreNeverPrinted() {
        var mail = smtp("mail.shop.example", Security.TLS, "notices@shop.example");
        var sms =
                new SmsSettings(
                        URI.create("https://sms.example/send"),
                        "t0ken-word",
                        "Shop",
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1));

        assertThat(mail.toString()).doesNotContain("s3cret-word");
        assertThat(sms.toString()).doesNotContain("t0ken-word");
    }

    @Test
    void passwordLeavesTheMachineUnderTlsAlone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smtp("203.0.113.7", Security.NONE, "notices@shop.example"))
                .withMessageContaining("cordon.smtp.security");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "notices", "a@b\r\nX: y", "Shop <notices@shop.example>"})
    void senderIsAMailAddressAndNothingElse(String from) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> smtp("mail.shop.example", Security.TLS, from))
                .withMessageContaining("cordon.smtp.from");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://sms.example/send", "https://user:pw@sms.example/", "ftp://x/"})
    void tokenIsNotSentInClear(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                new SmsSettings(
                                        URI.create(url),
                                        "token",
                                        "Shop",
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1)))
                .withMessageContaining("cordon.sms.url");
    }

    private static SmtpSettings smtp(String host, Security security, String from) {
        return new SmtpSettings(
                host,
                587,
                security,
                "shop",
                "s3cret-word",
                from,
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                false);
    }
}
