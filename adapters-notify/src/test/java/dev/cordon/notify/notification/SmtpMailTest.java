package dev.cordon.notify.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.cordon.application.notification.DeliveryResult.Accepted;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.notify.notification.SmtpSettings.Security;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What arrives at a real mail server. */
class SmtpMailTest {

    private final GreenMail mail =
            new GreenMail(
                    new ServerSetup[] {new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP)});

    @BeforeEach
    void start() {
        mail.start();
    }

    @AfterEach
    void stop() {
        mail.stop();
    }

    @Test
    void noticeArrivesAsItWasWritten() throws Exception {
        var message = Messages.to("eva@mail.example");

        send(Messages.plain(mail.getSmtp().getPort()), message);

        var got = received();
        assertThat(got.getSubject()).isEqualTo("Wichtig: Ihr Konto");
        assertThat(got.getContent().toString())
                .isEqualToNormalizingNewlines("Guten Tag Eva Müller,\n\nalles.");
        assertThat(got.getContentType()).startsWith("text/plain").containsIgnoringCase("UTF-8");
    }

    @Test
    void headersSayWhoWritesWhereToAnswerAndThatAMachineSends() throws Exception {
        send(Messages.plain(mail.getSmtp().getPort()), Messages.to("eva@mail.example"));

        var got = received();
        assertThat(got.getMessageID()).isEqualTo("<1.1.1@shop.example>");
        assertThat(got.getFrom())
                .containsExactly(new InternetAddress("notices@shop.example", "Mein Laden"));
        assertThat(got.getReplyTo())
                .containsExactly(new InternetAddress("privacy@shop.example", "Mein Laden"));
        assertThat(got.getSentDate()).isEqualTo(Messages.NOON.instant());
        assertThat(got.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(got.getContentLanguage()).containsExactly("de");
    }

    @Test
    void valuesCannotBreakOutOfAHeader() throws Exception {
        var hostile =
                Messages.with(
                        "eva@mail.example",
                        "Eva\r\nBcc: all@shop.example",
                        "Hello\r\nX-Injected: yes\r\n\r\nnew body",
                        "body");

        send(Messages.plain(mail.getSmtp().getPort()), hostile);

        var got = received();
        assertThat(mail.getReceivedMessages()).hasSize(1);
        assertThat(got.getHeader("Bcc")).isNull();
        assertThat(got.getHeader("X-Injected")).isNull();
        assertThat(got.getSubject()).isEqualTo("Hello X-Injected: yes new body");
    }

    @Test
    void lineThatIsADotEndsNoMessage() throws Exception {
        var message =
                Messages.with("eva@mail.example", "Eva", "dots", "before\n.\nRSET\n..\nafter");

        send(Messages.plain(mail.getSmtp().getPort()), message);

        assertThat(received().getContent().toString())
                .isEqualToNormalizingNewlines("before\n.\nRSET\n..\nafter");
    }

    @Test
    void htmlFormHoldsTheSameWordsAndNoMarkupOfTheirs() throws Exception {
        var plain = Messages.plain(mail.getSmtp().getPort());
        var both =
                new SmtpSettings(
                        plain.host(),
                        plain.port(),
                        plain.security(),
                        "",
                        "",
                        plain.from(),
                        plain.connect(),
                        plain.answer(),
                        plain.message(),
                        true);

        send(
                both,
                Messages.with(
                        "eva@mail.example",
                        "Eva",
                        "s",
                        "Hello <b>Eva</b>,\nsecond line\n\nnew <script>paragraph</script>"));

        var parts = (MimeMultipart) received().getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent().toString()).startsWith("Hello <b>Eva</b>,");
        assertThat(parts.getBodyPart(1).getContent().toString())
                .contains("<html lang=\"de\">")
                .contains("Hello &lt;b&gt;Eva&lt;/b&gt;,<br>")
                .contains("<p>new &lt;script&gt;paragraph&lt;/script&gt;</p>");
    }

    @Test
    void loginIsUsed() throws Exception {
        mail.setUser("notices@shop.example", "shop", "s3cret-word");
        var settings =
                Messages.smtp(mail.getSmtp().getPort(), Security.NONE, "shop", "s3cret-word");

        send(settings, Messages.to("eva@mail.example"));

        assertThat(received().getSubject()).isEqualTo("Wichtig: Ihr Konto");
    }

    private MimeMessage received() {
        return mail.getReceivedMessages()[0];
    }

    private static void send(SmtpSettings settings, Message message) throws Unavailable {
        try (var connection = new SmtpChannel(settings, Messages.NOON).open()) {
            assertThat(connection.send(message)).isInstanceOf(Accepted.class);
        }
    }
}
