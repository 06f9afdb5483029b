package dev.cordon.notify.notification;

import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.notify.notification.SmtpSettings.Security;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Messages and settings to begin with. */
final class Messages {

    static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-23T12:00:00Z"));

    private Messages() {}

    static Message to(String address) {
        return with(
                address, "Eva Muster", "Wichtig: Ihr Konto", "Guten Tag Eva Müller,\n\nalles.\n");
    }

    static Message with(String address, String name, String subject, String body) {
        return new Message(
                "<1.1.1@shop.example>",
                address,
                name,
                "Mein Laden",
                "privacy@shop.example",
                subject,
                body,
                "de");
    }

    static SmtpSettings plain(int port) {
        return smtp(port, Security.NONE, "", "");
    }

    static SmtpSettings smtp(int port, Security security, String user, String password) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                security,
                user,
                password,
                "notices@shop.example",
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(1),
                false);
    }

    /** For servers that never answer: there is nothing to wait for. */
    static SmtpSettings impatient(int port) {
        return new SmtpSettings(
                "127.0.0.1",
                port,
                Security.NONE,
                "",
                "",
                "notices@shop.example",
                Duration.ofMinutes(1),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                false);
    }
}
