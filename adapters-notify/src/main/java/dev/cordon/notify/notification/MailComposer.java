package dev.cordon.notify.notification;

import dev.cordon.application.notification.MessageChannel.Message;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Makes mail of messages (RFC 5322): UTF-8, our ids, no header that a value could break out of. */
final class MailComposer {

    private static final String UTF_8 = "UTF-8";

    private static final DateTimeFormatter RFC_5322 =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final SmtpSettings settings;
    private final Session session;
    private final InstantSource clock;

    MailComposer(SmtpSettings settings, Session session, InstantSource clock) {
        this.settings = settings;
        this.session = session;
        this.clock = clock;
    }

    MimeMessage compose(Message message, MailAddress to, MailAddress replyTo)
            throws MessagingException {
        var mail = new NamedMail(session, message.messageId());
        mail.setFrom(named(settings.from(), message.fromName()));
        mail.setRecipient(RecipientType.TO, named(to.value(), message.toName()));
        mail.setReplyTo(new InternetAddress[] {named(replyTo.value(), message.fromName())});
        mail.setSubject(PlainText.line(message.subject()), UTF_8);
        mail.setHeader("Date", RFC_5322.format(clock.instant()));
        mail.setContentLanguage(new String[] {message.language()});
        // RFC 3834: nobody's out-of-office note answers to the store's contact.
        mail.setHeader("Auto-Submitted", "auto-generated");
        addBody(mail, message);
        mail.saveChanges();
        return mail;
    }

    private void addBody(MimeMessage mail, Message message) throws MessagingException {
        if (!settings.html()) {
            mail.setText(message.body(), UTF_8);
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(message.body(), UTF_8);
        var html = new MimeBodyPart();
        html.setText(PlainHtml.of(message.body(), message.language()), UTF_8, "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
    }

    private static InternetAddress named(String address, String name) {
        try {
            return new InternetAddress(address, PlainText.value(name), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /** Mail under an id that was given before, and not by the mail library. */
    private static final class NamedMail extends MimeMessage {

        private final String id;

        NamedMail(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
