package dev.cordon.infra.intake.mail;

import jakarta.mail.internet.MimeUtility;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's mail server found out about a sender ({@code Authentication-Results}, RFC
 * 8601). Whoever writes a mail may write such fields as well: only the topmost one that bears the
 * name of that server counts, and the server has to take away those that came in under its name
 * (section 5).
 */
final class AuthenticationResults {

    private static final int LONGEST = 4_000;
    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern RESULT =
            Pattern.compile("\\s*(spf|dkim|dmarc)\\s*=\\s*([a-z]{1,12})(?![a-z]).*");
    private static final Pattern DOMAIN =
            Pattern.compile("\\sheader\\.(?:d|from)\\s*=\\s*([a-z0-9.-]{1,253})(?:\\s|$)");

    private final @Nullable String trusted;

    AuthenticationResults(@Nullable String trusted) {
        this.trusted = trusted == null || trusted.isBlank() ? null : trusted.strip();
    }

    /**
     * Such as {@code spf=pass, dkim=pass (shop.example)}; null if the trusted server said nothing.
     */
    @Nullable String of(String @Nullable [] fields) {
        if (trusted == null || fields == null) {
            return null;
        }
        return Arrays.stream(fields)
                .map(AuthenticationResults::plain)
                .filter(this::isTrusted)
                .findFirst()
                .map(AuthenticationResults::results)
                .filter(found -> !found.isEmpty())
                .orElse(null);
    }

    private static String plain(String field) {
        var line = MimeUtility.unfold(field);
        var cut = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        return COMMENT.matcher(cut).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    /** The name may be followed by a version. */
    private boolean isTrusted(String field) {
        int end = field.indexOf(';');
        var name = (end < 0 ? field : field.substring(0, end)).strip().split("\\s", 2)[0];
        return trusted != null && name.equals(trusted.toLowerCase(Locale.ROOT));
    }

    private static String results(String field) {
        return Arrays.stream(field.split(";"))
                .map(RESULT::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(found -> found.group(1) + "=" + found.group(2) + domain(found.group()))
                .collect(Collectors.joining(", "));
    }

    private static String domain(String result) {
        var found = DOMAIN.matcher(result);
        return found.find() ? " (" + found.group(1) + ")" : "";
    }
}
