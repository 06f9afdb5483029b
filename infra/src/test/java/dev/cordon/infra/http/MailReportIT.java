package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cordon.domain.people.Role;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people mail about a store is an alert of that store, over a real connection. */
@ApiTest
class MailReportIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;

    MailReportIT(Api api, Tokens tokens, Shop shop) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
    }

    @Test
    void aMailIsOneAlertOfItsStoreAndItsAnswersGrowIt() throws MessagingException {
        var store = shop.open("mail-one");
        var mail =
                """
                Message-ID: <one@customer.example>
                From: Mia <mia@customer.example>
                Subject: Odd script at checkout
                Authentication-Results: mx.reports.example; spf=pass; dkim=fail

                I paid with 4111 1111 1111 1111 and then
                Checked by the mail server: dmarc=pass
                """;

        send(mail, false, "mail-one");
        send(mail, true, "mail-one");
        send("In-Reply-To: <one@customer.example>\nSubject: Re\n\nIt is gone.", true, "mail-one");

        var alerts = alerts(store);
        assertThat(alerts).hasSize(1);
        var alert = alerts.get(0);
        assertThat(alert.get("sourceType").asString()).isEqualTo("report");
        assertThat(alert.get("source").asString()).isEqualTo("mail");
        assertThat(alert.get("title").asString()).isEqualTo("Odd script at checkout");
        assertThat(alert.get("description").asString())
                .contains("Says that it is from: Mia <mia@customer.example>")
                .contains("Checked by the mail server: spf=pass, dkim=fail")
                .contains("> Checked by the mail server: dmarc=pass")
                .contains("> It is gone.")
                .doesNotContain("1111");
    }

    @Test
    void aMailToTwoStoresIsAnAlertOfEach() throws MessagingException {
        var two = shop.open("mail-two");

        var refused =
                refused("Subject: s\n\nboth, one of which nobody has", "mail-two", "mail-never");

        assertThat(refused).isEqualTo(451);
        assertThat(alerts(two)).hasSize(1);
    }

    @Test
    void strangersAndLargeMailsAreRefused() {
        assertThat(refused("Subject: s\n\nx", "nobody")).isEqualTo(550);
        assertThat(refused("Subject: s\n\n" + "0123456789\n".repeat(7_000), "mail-one"))
                .isEqualTo(552);
    }

    private JsonNode alerts(Shop.InCare store) {
        var rita = tokens.of("rita", Role.RESPONDER);
        return api.get("/api/v1/alerts?store=" + store.id()).token(rita).send().json().get("items");
    }

    private static int refused(String mail, String... to) {
        var failed = catchThrowableOfType(MessagingException.class, () -> send(mail, false, to));
        while (failed.getNextException() instanceof MessagingException next
                && !(failed instanceof org.eclipse.angus.mail.smtp.SMTPAddressFailedException)) {
            failed = next;
        }
        return switch (failed) {
            case org.eclipse.angus.mail.smtp.SMTPAddressFailedException address ->
                    address.getReturnCode();
            case org.eclipse.angus.mail.smtp.SMTPSendFailedException sent -> sent.getReturnCode();
            case SendFailedException other -> throw new IllegalStateException(other);
            default -> throw new IllegalStateException(failed);
        };
    }

    private static void send(String mail, boolean secure, String... to) throws MessagingException {
        var settings = new Properties();
        settings.put("mail.smtp.host", "127.0.0.1");
        settings.put("mail.smtp.port", MailDoor.PORT);
        settings.put("mail.smtp.from", "bounce@customer.example");
        settings.put("mail.smtp.starttls.required", secure);
        settings.put("mail.smtp.starttls.enable", secure);
        settings.put("mail.smtp.ssl.trust", "127.0.0.1");
        settings.put("mail.smtp.ssl.checkserveridentity", false);
        settings.put("mail.smtp.timeout", 60_000);
        var session = Session.getInstance(settings);
        var bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        var message = new MimeMessage(session, new ByteArrayInputStream(bytes));
        var recipients = Stream.of(to).map(MailDoor::address).map(MailReportIT::recipient).toList();
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, recipients.toArray(InternetAddress[]::new));
        }
    }

    private static InternetAddress recipient(String address) {
        try {
            return new InternetAddress(address);
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
