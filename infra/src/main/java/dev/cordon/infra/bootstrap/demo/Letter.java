package dev.cordon.infra.bootstrap.demo;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.RejectException;

/** What a reader sees of a mail: its plain text, not its form. */
record Letter(String messageId, String from, String replyTo, String subject, String text) {

    /**
     * @throws RejectException if it is no mail; the sender hears so
     */
    static Letter of(byte[] content) throws RejectException {
        try {
            var mail =
                    new MimeMessage(
                            Session.getInstance(new Properties()),
                            new ByteArrayInputStream(content));
            return new Letter(
                    orEmpty(mail.getMessageID()),
                    first(mail.getFrom()),
                    first(mail.getReplyTo()),
                    orEmpty(mail.getSubject()),
                    text(mail));
        } catch (MessagingException | IOException e) {
            throw new RejectException(554, "5.6.0 this is no mail");
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getContent() instanceof String text) {
            return text.replace("\r\n", "\n");
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                var text = text(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String first(Address @Nullable [] addresses) {
        if (addresses == null || addresses.length == 0) {
            return "";
        }
        return addresses[0] instanceof InternetAddress address && address.getPersonal() != null
                ? "%s <%s>".formatted(address.getPersonal(), address.getAddress())
                : addresses[0].toString();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
