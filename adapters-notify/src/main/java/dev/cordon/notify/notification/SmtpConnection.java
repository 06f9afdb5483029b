package dev.cordon.notify.notification;

import dev.cordon.application.notification.DeliveryResult;
import dev.cordon.application.notification.MessageChannel;
import dev.cordon.application.notification.MessageChannel.Message;
import dev.cordon.application.notification.MessageChannel.Unavailable;
import dev.cordon.notify.notification.SmtpDialog.Verdict;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * One connection at a time, opened anew after everything that leaves the dialog in doubt. A line
 * that the server closed while it was idle is replaced without a word.
 */
final class SmtpConnection implements MessageChannel.Connection {

    private static final Duration FAREWELL = Duration.ofSeconds(3);

    private final SmtpSettings settings;
    private final SmtpLine line = new SmtpLine();
    private final Session session;
    private final MailComposer composer;
    private @Nullable DialogTransport transport;

    SmtpConnection(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties());
        this.composer = new MailComposer(settings, session, clock);
    }

    DialogTransport connect() throws Unavailable {
        var opened = new DialogTransport(session, settings);
        try (var _ = line.within(settings.message())) {
            opened.connect(
                    settings.host(),
                    settings.port(),
                    settings.hasLogin() ? settings.user() : null,
                    settings.hasLogin() ? settings.password() : null);
        } catch (MessagingException e) {
            line.cut();
            throw new Unavailable(sentence(opened, e), e);
        }
        if (settings.hasLogin() && !opened.supportsExtension("AUTH")) {
            hangUp(opened);
            throw new Unavailable(
                    "The mail server %s offers no login. Nothing was sent. Check cordon.smtp.port and cordon.smtp.security."
                            .formatted(settings.server()));
        }
        transport = opened;
        return opened;
    }

    @Override
    public DeliveryResult send(Message message) throws Unavailable {
        var to = MailAddress.of(message.to());
        var replyTo = MailAddress.of(message.replyTo());
        if (to.isEmpty()) {
            return new DeliveryResult.Refused(
                    "not handed over: this is no mail address", settings.server());
        }
        if (replyTo.isEmpty()) {
            throw new Unavailable(
                    "The store's contact is no mail address that every server takes. Nothing was sent. Correct the store's contact.");
        }
        try {
            return send(message.messageId(), composer.compose(message, to.get(), replyTo.get()));
        } catch (MessagingException e) {
            throw new IllegalStateException(message + " cannot be put into mail form", e);
        }
    }

    private DeliveryResult send(String messageId, MimeMessage mail)
            throws MessagingException, Unavailable {
        var former = transport;
        var verdict = handOver(messageId, mail, former == null ? connect() : former);
        if (verdict instanceof Verdict.Lost && former != null) {
            verdict = handOver(messageId, mail, connect());
        }
        return switch (verdict) {
            case Verdict.Known(var result) -> result;
            case Verdict.Rejected(var reply) ->
                    throw new Unavailable(
                            "The mail server %s takes nothing from %s: \"%s\". Nothing was sent. Check cordon.smtp.from, cordon.smtp.user and the server's rules."
                                    .formatted(settings.server(), settings.from(), reply));
            case Verdict.Lost() ->
                    throw new Unavailable(
                            "The mail server %s closed the connection before a message was handed over."
                                    .formatted(settings.server()));
        };
    }

    private Verdict handOver(String messageId, MimeMessage mail, DialogTransport open)
            throws MessagingException {
        var dialog = new SmtpDialog(messageId, settings.server());
        var recipients = mail.getAllRecipients();
        open.begin(dialog);
        try (var _ = line.within(settings.message())) {
            open.sendMessage(mail, recipients == null ? new Address[0] : recipients);
        } catch (MessagingException | IllegalStateException e) {
            // What it means is in the dialog: the exception does not say how far it came.
            if (!open.isOpen()) {
                transport = null;
            }
        }
        var verdict = dialog.verdict();
        if (dialog.isOver() || !dialog.isAnswered() || !isClear(verdict)) {
            transport = null;
            line.cut();
        }
        return verdict;
    }

    /** Whether the next message may follow on the same line. */
    private static boolean isClear(Verdict verdict) {
        return verdict instanceof Verdict.Known(var result)
                && !(result instanceof DeliveryResult.Unknown);
    }

    @Override
    public void close() {
        var open = transport;
        transport = null;
        if (open != null) {
            hangUp(open);
        }
        line.close();
    }

    private void hangUp(DialogTransport open) {
        try (var _ = line.within(FAREWELL)) {
            open.close();
        } catch (MessagingException e) {
            // A farewell that nobody hears changes nothing: every message has its answer.
            line.cut();
        }
    }

    private String sentence(DialogTransport failed, MessagingException e) {
        var refused = failed.getLastReturnCode() >= 400;
        return "The mail server %s cannot be used: %s. Nothing was sent. Check cordon.smtp.* and whether the server can be reached."
                .formatted(
                        settings.server(),
                        refused ? failed.getLastServerResponse().strip() : cause(e));
    }

    private static String cause(MessagingException e) {
        Throwable deepest = e;
        for (var next = deepest.getCause(); next != null; next = next.getCause()) {
            deepest = next;
        }
        return PlainText.line(String.valueOf(deepest.getMessage()));
    }

    private Properties properties() {
        var properties = new Properties();
        properties.put("mail.smtp.socketFactory", line);
        set(properties, "socketFactory.fallback", false);
        set(properties, "connectiontimeout", settings.connect().toMillis());
        set(properties, "timeout", settings.answer().toMillis());
        set(properties, "localhost", settings.domain());
        set(properties, "from", settings.from());
        set(properties, "auth", settings.hasLogin());
        set(properties, "auth.mechanisms", "PLAIN LOGIN");
        set(properties, "ssl.enable", settings.security() == SmtpSettings.Security.TLS);
        set(properties, "ssl.checkserveridentity", true);
        set(properties, "ssl.protocols", "TLSv1.3 TLSv1.2");
        set(properties, "starttls.enable", settings.security() == SmtpSettings.Security.STARTTLS);
        set(properties, "starttls.required", settings.security() == SmtpSettings.Security.STARTTLS);
        return properties;
    }

    private static void set(Properties properties, String name, Object value) {
        properties.setProperty("mail.smtp." + name, value.toString());
    }
}
