package dev.cordon.domain.evidence.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the head of a mail says of it (RFC 5322): words of whoever sent it, to suggest and never to
 * believe. Read from the first 64 KiB, and cut where a field is long.
 *
 * @param subject decoded (RFC 2047); empty if there is none
 * @param date when it was written; null if it is none
 * @param received when the last server on its way took it in; null if none says so
 */
public record MailHead(
        String from,
        String subject,
        String messageId,
        @Nullable Instant date,
        @Nullable Instant received) {

    private static final int MOST = 64 * 1024;
    private static final int LONGEST = 200;
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}:.*");
    private static final Pattern ENCODED =
            Pattern.compile(
                    "=\\?([A-Za-z0-9-]{1,40})\\?([BbQq])\\?([^? ]{0,400})\\?=(?: (?==\\?))?");
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]{0,100}\\)\\s*$");

    /** Empty if what begins so is no mail: a mail has a sender and a date or an id. */
    public static Optional<MailHead> read(byte[] beginning) {
        var text = new String(beginning, 0, Math.min(beginning.length, MOST), ISO_8859_1);
        var lines = text.replace("\r\n", "\n").split("\n\n", 2)[0].replaceAll("\n[ \t]+", " ");
        var from = "";
        var subject = "";
        var id = "";
        var date = "";
        var received = "";
        for (var line : lines.split("\n")) {
            if (!FIELD.matcher(line).matches()) {
                if (line.startsWith("From ") || line.isEmpty()) {
                    continue;
                }
                return Optional.empty();
            }
            int colon = line.indexOf(':');
            var value = clean(line.substring(colon + 1));
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "from" -> from = from.isEmpty() ? value : from;
                case "subject" -> subject = subject.isEmpty() ? value : subject;
                case "message-id" -> id = id.isEmpty() ? value : id;
                case "date" -> date = date.isEmpty() ? value : date;
                case "received" ->
                        received =
                                received.isEmpty()
                                        ? clean(line.substring(line.lastIndexOf(';') + 1))
                                        : received;
                default -> {}
            }
        }
        return from.isEmpty() || date.isEmpty() && id.isEmpty()
                ? Optional.empty()
                : Optional.of(new MailHead(from, subject, id, moment(date), moment(received)));
    }

    private static @Nullable Instant moment(String date) {
        try {
            var plain = COMMENT.matcher(date).replaceFirst("");
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(plain, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** In one line, without what no eye sees. */
    private static String clean(String value) {
        var raw = value.strip();
        var utf8 = new String(raw.getBytes(ISO_8859_1), UTF_8);
        var text = decoded(utf8.indexOf('\ufffd') >= 0 ? raw : utf8);
        var seen = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        return seen.substring(0, Math.min(LONGEST, seen.length()));
    }

    private static String decoded(String text) {
        var short4 = text.substring(0, Math.min(4 * LONGEST, text.length()));
        return ENCODED.matcher(short4)
                .replaceAll(
                        word ->
                                java.util.regex.Matcher.quoteReplacement(
                                        word(word.group(1), word.group(2), word.group(3))));
    }

    private static String word(String charset, String way, String encoded) {
        try {
            var bytes =
                    way.equalsIgnoreCase("B")
                            ? Base64.getDecoder().decode(encoded.getBytes(US_ASCII))
                            : quoted(encoded);
            return new String(bytes, Charset.forName(charset));
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }

    private static byte[] quoted(String encoded) {
        var bytes = new byte[encoded.length()];
        int length = 0;
        for (int i = 0; i < encoded.length(); i++) {
            char one = encoded.charAt(i);
            if (one == '=' && i + 2 < encoded.length()) {
                bytes[length++] = (byte) Integer.parseInt(encoded, i + 1, i + 3, 16);
                i += 2;
            } else {
                bytes[length++] = (byte) (one == '_' ? ' ' : one);
            }
        }
        return java.util.Arrays.copyOf(bytes, length);
    }
}
