package dev.cordon.infra.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cordon.application.detection.ForgetOriginals;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.people.Role;
import dev.cordon.infra.database.OwnerConnection;
import dev.cordon.infra.security.CallerContext;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What people mail about a store is an alert of that store, over a real connection. */
@ApiTest
class MailReportIT {

    private final Api api;
    private final Tokens tokens;
    private final Shop shop;
    private final ForgetOriginals forget;
    private final JdbcClient jdbc;
    private final OwnerConnection owner;

    MailReportIT(
            Api api,
            Tokens tokens,
            Shop shop,
            ForgetOriginals forget,
            JdbcClient jdbc,
            OwnerConnection owner) {
        this.api = api;
        this.tokens = tokens;
        this.shop = shop;
        this.forget = forget;
        this.jdbc = jdbc;
        this.owner = owner;
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
    void aReportedMailIsTakenIntoCustodyAsItCameAndOnce() throws Exception {
        var alert = reported("mail-kept", "I paid with 4111 1111 1111 1111 and then");
        var incident = escalated(alert);
        var wish = "{\"alert\": \"%s\", \"purpose\": \"what the customer saw\"}".formatted(alert);

        var first = preserve(incident, "rita", Role.RESPONDER, wish);
        var again = preserve(incident, "rita", Role.RESPONDER, wish);

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.json()).isEqualTo(first.json());
        var rita = tokens.of("rita", Role.RESPONDER);
        var items = api.get(incident + "/evidence").token(rita).send().json();
        assertThat(items).hasSize(1);
        var item = items.get(0);
        assertThat(item.get("kind").asString()).isEqualTo("MAIL");
        assertThat(item.get("method").asString()).startsWith("mail that was reported");
        assertThat(item.at("/cards/masked").asInt()).isEqualTo(1);
        var content = "/api/v1/evidence/" + item.get("id").asString() + "/content?purpose=x";
        assertThat(api.get(content).token(rita).send().http().body())
                .contains("Message-ID: <kept@customer.example>", "I paid with")
                .doesNotContain("1111 1111 1111");
        var auditor = preserve(incident, "amira", Role.AUDITOR, wish);
        assertThat(auditor.status()).isEqualTo(403);
    }

    @Test
    void cardNumbersInAnAttachmentStayOutUnlessSomebodyWhoMaySaysWhy() throws Exception {
        var encoded =
                Base64.getMimeEncoder()
                        .encodeToString("4111 1111 1111 1111\n".repeat(9).getBytes());
        var alert =
                reported(
                        "mail-cards",
                        "--x\nContent-Transfer-Encoding: base64\n\n" + encoded + "\n--x--\n");
        var incident = escalated(alert);
        var wish = "{\"alert\": \"%s\", \"purpose\": \"what came\"}".formatted(alert);
        var whole = wish.replaceFirst("}$", ", \"because\": \"the acquirer asks for it\"}");

        assertThat(preserve(incident, "rita", Role.RESPONDER, wish).status()).isEqualTo(422);
        assertThat(preserve(incident, "rita", Role.RESPONDER, whole).status()).isEqualTo(403);
        assertThat(preserve(incident, "carla", Role.INCIDENT_COMMANDER, whole).status())
                .isEqualTo(201);
    }

    @Test
    void aMailThatNobodyTookIntoCustodyIsForgottenAfterHalfAYear() throws Exception {
        var old = reported("mail-old", "long ago");
        var young = reported("mail-young", "yesterday");
        try (var tables = owner.open();
                var statement = tables.createStatement()) {
            statement.execute(
                    "update alert_original set taken_at = taken_at - interval '181 days'"
                            + " where alert = '%s'".formatted(old));
        }

        CallerContext.runAs(AutomationPolicy.EVIDENCE_KEEPER, forget::forget);

        assertThat(originals(old)).isZero();
        assertThat(originals(young)).isOne();
    }

    private int originals(String alert) {
        return jdbc.sql("select count(*) from alert_original where alert = ?")
                .param(UUID.fromString(alert))
                .query(Integer.class)
                .single();
    }

    private String reported(String address, String text) throws MessagingException {
        var store = shop.open(address);
        send(
                """
                Message-ID: <kept@customer.example>
                Subject: Odd
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=x

                """
                        + text,
                false,
                address);
        return alerts(store).get(0).get("id").asString();
    }

    private String escalated(String alert) {
        var rita = tokens.of("rita", Role.RESPONDER);
        var path = "/api/v1/alerts/" + alert;
        return "/api/v1/incidents/"
                + api.post(path + "/escalate")
                        .token(rita)
                        .seen(api.get(path).token(rita).send().header("ETag"))
                        .json("{\"title\":\"Odd script\"}")
                        .send()
                        .text("incident");
    }

    private Api.Answer preserve(String incident, String who, Role role, String wish) {
        return api.post(incident + "/evidence/originals")
                .token(tokens.of(who, role))
                .json(wish)
                .send();
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
