package dev.cordon.infra.intake.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
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
    private static final Pattern RESULT =
            Pattern.compile("\\s*(spf|dkim|dmarc)\\s*=\\s*([a-z]{1,12})(?:\\s.*)?");
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
        for (var field : fields) {
            var parts = parts(field);
            if (parts.isEmpty() || parts.getFirst().indexOf('"') >= 0) {
                return null;
            }
            if (isTrusted(parts.getFirst())) {
                var found = results(parts);
                return found.isEmpty() ? null : found;
            }
        }
        return null;
    }

    /**
     * None of a field that is longer than any server's, or not clear: it may be the trusted one.
     */
    private static List<String> parts(String field) {
        return field.length() > LONGEST
                ? List.of()
                : StructuredField.parts(field.toLowerCase(Locale.ROOT));
    }

    /** The name may be followed by a version. */
    private boolean isTrusted(String begin) {
        var name = begin.strip().split("\\s", 2)[0];
        return trusted != null && name.equals(trusted.toLowerCase(Locale.ROOT));
    }

    private static String results(List<String> parts) {
        return parts.stream()
                .skip(1)
                .map(RESULT::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1) + "=" + found.group(2) + domain(found.group()))
                .collect(Collectors.joining(", "));
    }

    private static String domain(String result) {
        var found = DOMAIN.matcher(result);
        return found.find() ? " (" + found.group(1) + ")" : "";
    }
}
