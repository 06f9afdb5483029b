package dev.cordon.infra.intake.mail;

import dev.cordon.domain.detection.MailReport.Attachment;
import dev.cordon.domain.kernel.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a mail: its text, what a machine-readable part says, and the attachments, of which
 * size and digest are taken. So many parts, and so deep, and no further.
 */
final class MailParts {

    private static final int DEEPEST = 10;
    private static final int MOST = 200;
    private static final int MOST_NAMED = 20;
    private static final int LONGEST_TEXT = 64 * 1024;

    /** Of all HTML of a mail: to take it apart costs more than to keep it. */
    private static final int LONGEST_HTML = 256 * 1024;

    private static final int PIECE = 8_192;

    /** How reports of RFC 7489, section 7.2.1.1, name what they carry. */
    private static final Pattern AGGREGATE =
            Pattern.compile(
                    "[^!]{1,253}![^!]{1,253}![0-9]{1,12}![0-9]{1,12}(![^!]{1,64})?"
                            + "\\.(xml|xml\\.gz|zip)");

    private final List<String> plain = new ArrayList<>();
    private final List<Part> html = new ArrayList<>();
    private final List<String> facts = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private int seen;
    private int unnamed;
    private int unread;
    private boolean aggregate;
    private String text = "";

    private MailParts() {}

    static MailParts of(MimeMessage mail) {
        var parts = new MailParts();
        parts.take(mail, 0);
        parts.text = parts.words();
        if (parts.unread > 0) {
            parts.facts.add("Parts that could not be read: " + parts.unread);
        }
        return parts;
    }

    /** The plain text, or else what the HTML shows. */
    String text() {
        return text;
    }

    List<String> facts() {
        return facts;
    }

    List<Attachment> attachments() {
        return attachments;
    }

    int unnamed() {
        return unnamed;
    }

    /** Whether something in it is named like an aggregate report of DMARC. */
    boolean isAggregate() {
        return aggregate;
    }

    private String words() {
        var written = String.join("\n\n", plain);
        var all = written.isBlank() ? shown() : written;
        return all.length() > LONGEST_TEXT ? all.substring(0, LONGEST_TEXT) : all;
    }

    private String shown() {
        var shown = new ArrayList<String>();
        int left = LONGEST_HTML;
        for (var part : html) {
            if (left == 0) {
                break;
            }
            try {
                var page = text(part, left);
                left -= Math.min(left, page.length());
                shown.add(HtmlText.of(page));
            } catch (MessagingException | IOException | RuntimeException e) {
                unread++;
            }
        }
        return String.join("\n\n", shown);
    }

    private void take(Part part, int depth) {
        seen++;
        if (seen > MOST || depth > DEEPEST) {
            unread++;
            return;
        }
        try {
            if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart inner) {
                for (int i = 0; i < inner.getCount(); i++) {
                    take(inner.getBodyPart(i), depth + 1);
                }
            } else {
                leaf(part);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            unread++;
        }
    }

    private void leaf(Part part) throws MessagingException, IOException {
        var name = name(part);
        if (name != null || Part.ATTACHMENT.equalsIgnoreCase(disposition(part))) {
            attachment(part, name == null ? "unnamed" : name);
        } else if (part.isMimeType("text/plain") || !hasType(part)) {
            plain.add(text(part, LONGEST_TEXT));
        } else if (part.isMimeType("text/html")) {
            html.add(part);
        } else if (part.isMimeType("message/feedback-report")) {
            facts.addAll(FeedbackReport.facts(text(part, LONGEST_TEXT)));
        } else {
            attachment(part, part.getContentType());
        }
    }

    /** Without a type that can be read it is text (RFC 2045, section 5.2). */
    private static boolean hasType(Part part) throws MessagingException {
        try {
            return !new ContentType(part.getContentType()).getPrimaryType().isEmpty();
        } catch (ParseException e) {
            return false;
        }
    }

    private void attachment(Part part, String name) throws IOException, MessagingException {
        aggregate |= AGGREGATE.matcher(name).matches();
        if (attachments.size() == MOST_NAMED) {
            unnamed++;
            return;
        }
        var digest = Sha256.newDigest();
        long size = 0;
        try (var content = content(part)) {
            var piece = new byte[PIECE];
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                digest.update(piece, 0, read);
                size += read;
            }
        }
        attachments.add(new Attachment(name, size, Sha256.ofDigest(digest.digest())));
    }

    private static @Nullable String name(Part part) {
        try {
            var name = part.getFileName();
            return name == null ? null : MimeUtility.decodeText(name);
        } catch (MessagingException | UnsupportedEncodingException | RuntimeException e) {
            return "unreadable name";
        }
    }

    private static @Nullable String disposition(Part part) {
        try {
            return part.getDisposition();
        } catch (MessagingException | RuntimeException e) {
            return null;
        }
    }

    private static String text(Part part, int longest) throws MessagingException, IOException {
        try (var content = content(part)) {
            return new String(content.readNBytes(longest), charset(part));
        }
    }

    /** Without its transfer encoding, or with it if that is one that nobody knows. */
    private static InputStream content(Part part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException | IOException e) {
            return switch (part) {
                case MimeBodyPart body -> body.getRawInputStream();
                case MimeMessage mail -> mail.getRawInputStream();
                default -> throw e;
            };
        }
    }

    private static Charset charset(Part part) throws MessagingException {
        try {
            var name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(name);
        } catch (IllegalArgumentException | ParseException e) {
            return StandardCharsets.UTF_8;
        }
    }
}
