package dev.cordon.infra.intake.mail;

import dev.cordon.domain.detection.MailReport;
import dev.cordon.domain.kernel.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a mail says (RFC 5322, RFC 2045). Whatever its form, it is read: what cannot be taken
 * apart is taken as it stands.
 */
final class MailReader {

    private static final Session PLAIN = Session.getInstance(new Properties());
    private static final int LONGEST_HEADER = 128 * 1024;
    private static final int LONGEST_VALUE = 8_000;
    private static final int MOST_BOUNDARIES = 1_000;
    private static final int MOST_OF_THREAD = 50;
    private static final int LONGEST_RAW = 20_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("<([^<>\\s]{1,500})>");

    /** How reports of RFC 7489, section 7.2.1.1, are called; some put a word before. */
    private static final Pattern AGGREGATE =
            Pattern.compile(
                    "^(\\[[a-z]{1,20}\\] ?)?report domain: ?\\S{1,253} +submitter: ?\\S",
                    Pattern.CASE_INSENSITIVE);

    /** Reports that programs write about mail that was sent (RFC 3464, RFC 8098). */
    private static final Set<String> ABOUT_DELIVERY =
            Set.of("delivery-status", "disposition-notification");

    private final AuthenticationResults results;

    /**
     * @param authservId what the mail server that is trusted calls itself; null if none is
     */
    MailReader(@Nullable String authservId) {
        this.results = new AuthenticationResults(authservId);
    }

    /** What a mail is. */
    sealed interface Read {

        /** Somebody, or something, tells of something. */
        record Report(MailReport report) implements Read {}

        /**
         * A program answered, or counts mail.
         *
         * @param why what it is
         */
        record NotForPeople(String why) implements Read {}
    }

    Read read(byte[] mail) {
        int header = headerEnd(mail);
        if (header > LONGEST_HEADER
                || header == mail.length
                || boundaries(mail) > MOST_BOUNDARIES) {
            return new Read.Report(unread(mail));
        }
        try {
            return read(new MimeMessage(PLAIN, new ByteArrayInputStream(mail)), mail, header);
        } catch (MessagingException | RuntimeException e) {
            return new Read.Report(unread(mail));
        }
    }

    private Read read(MimeMessage mail, byte[] bytes, int header) throws MessagingException {
        var why = notForPeople(mail);
        if (why != null) {
            return new Read.NotForPeople(why);
        }
        var parts = MailParts.of(mail);
        return parts.isAggregate() && (parts.text().isBlank() || isCounted(mail))
                ? new Read.NotForPeople("an aggregate report of DMARC")
                : new Read.Report(report(mail, parts, bytes, header));
    }

    private static boolean isCounted(MimeMessage mail) throws MessagingException {
        return AGGREGATE.matcher(decoded(value(mail, "Subject"))).find();
    }

    private static @Nullable String notForPeople(MimeMessage mail) throws MessagingException {
        var automatic = value(mail, "Auto-Submitted").toLowerCase(Locale.ROOT);
        if (automatic.startsWith("auto-replied")) {
            return "an automatic answer";
        }
        var type = contentType(mail);
        return type != null
                        && type.match("multipart/report")
                        && ABOUT_DELIVERY.contains(
                                orEmpty(type.getParameter("report-type")).toLowerCase(Locale.ROOT))
                ? "a report of delivery"
                : null;
    }

    private MailReport report(MimeMessage mail, MailParts parts, byte[] bytes, int header)
            throws MessagingException {
        var from = value(mail, "From");
        var subject = value(mail, "Subject");
        var id = value(mail, "Message-ID");
        var about = String.join("\n", id, from, subject, value(mail, "Date"), "");
        var digest = Sha256.newDigest();
        digest.update(about.getBytes(StandardCharsets.UTF_8));
        digest.update(bytes, header, bytes.length - header);
        var own = ids(id);
        return new MailReport(
                Sha256.ofDigest(digest.digest()),
                own.isEmpty() ? null : own.getFirst(),
                thread(mail),
                decoded(from),
                decoded(subject),
                results.of(mail.getHeader("Authentication-Results")),
                parts.facts(),
                parts.text(),
                parts.attachments(),
                parts.unnamed());
    }

    private static List<Sha256> thread(MimeMessage mail) throws MessagingException {
        var all = new ArrayList<>(ids(value(mail, "References")));
        all.addAll(ids(value(mail, "In-Reply-To")));
        return all.stream().distinct().limit(MOST_OF_THREAD).toList();
    }

    /** A Message-ID as its digest: it is as good for finding, and tells nothing. */
    private static List<Sha256> ids(String header) {
        return MESSAGE_ID
                .matcher(header)
                .results()
                .map(found -> "id " + found.group(1))
                .map(each -> Sha256.of(each.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** A mail without form, or built to be taken apart for long: its beginning, as it stands. */
    private static MailReport unread(byte[] mail) {
        var raw = new String(mail, 0, Math.min(mail.length, LONGEST_RAW), StandardCharsets.UTF_8);
        return new MailReport(
                Sha256.of(mail),
                null,
                List.of(),
                "",
                "Mail that could not be taken apart",
                null,
                List.of("This is how it begins; the rest is not kept."),
                raw,
                List.of(),
                0);
    }

    private static @Nullable ContentType contentType(MimeMessage mail) throws MessagingException {
        try {
            return new ContentType(mail.getContentType());
        } catch (ParseException e) {
            return null;
        }
    }

    /** The first field of that name, unfolded. */
    private static String value(MimeMessage mail, String name) throws MessagingException {
        var all = mail.getHeader(name);
        if (all == null || all.length == 0) {
            return "";
        }
        var value = MimeUtility.unfold(all[0]);
        return value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) : value;
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(value);
        } catch (UnsupportedEncodingException | RuntimeException e) {
            return value;
        }
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** Where the body begins; the whole mail if there is none. */
    private static int headerEnd(byte[] mail) {
        for (int i = 0; i + 1 < mail.length; i++) {
            if (mail[i] == '\n'
                    && (mail[i + 1] == '\n'
                            || mail[i + 1] == '\r' && i + 2 < mail.length && mail[i + 2] == '\n')) {
                return i + 1;
            }
        }
        return mail.length;
    }

    /** How many lines may divide parts. The library makes an object of each part there is. */
    private static int boundaries(byte[] mail) {
        int count = 0;
        for (int i = 2; i < mail.length; i++) {
            if (mail[i] == '-' && mail[i - 1] == '-' && mail[i - 2] == '\n') {
                count++;
            }
        }
        return count;
    }
}
