package dev.cordon.infra.jobs;

import dev.cordon.domain.detection.log.SecretMask;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What went wrong, in words that a screen may show: without secrets, and without addresses. */
final class FailureText {

    private static final int LONGEST = 500;
    private static final int MOST_CAUSES = 5;

    private static final Pattern CREDENTIALS = Pattern.compile("://[^/@\\s]{1,300}@");
    private static final Pattern ADDRESS =
            Pattern.compile("[^\\s<>\"(),;:@/]{1,64}@[\\w.-]{1,255}");

    private FailureText() {}

    /** The failure and what caused it, each by its kind and its words. */
    static String of(@Nullable Throwable failure) {
        var said = new ArrayList<String>();
        for (var one = failure; one != null && said.size() < MOST_CAUSES; one = one.getCause()) {
            var words = one.getMessage();
            var kind = one.getClass().getSimpleName();
            said.add(words == null ? kind : kind + ": " + words);
        }
        return said.isEmpty() ? "without words" : masked(String.join(", because of ", said));
    }

    static String masked(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        SecretMask.mask(bytes, 0, bytes.length);
        var masked = CREDENTIALS.matcher(new String(bytes, StandardCharsets.UTF_8));
        var named = ADDRESS.matcher(masked.replaceAll("://")).replaceAll("***@***");
        return named.substring(0, Math.min(LONGEST, named.length()));
    }
}
