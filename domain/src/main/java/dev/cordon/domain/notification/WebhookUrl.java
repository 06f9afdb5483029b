package dev.cordon.domain.notification;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where webhooks go: an {@code https} address without user and fragment. Plain {@code http} is
 * taken for this machine alone, and whether it is called there is a setting.
 */
public record WebhookUrl(String value) {

    private static final int LONGEST = 1_000;

    private static final Pattern FORM =
            Pattern.compile(
                    "(https?)://(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9.-]+)(:[0-9]{1,5})?([/?][\\x21\\x24-\\x7e]*)?");

    private static final Pattern HERE =
            Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1\\]");

    /**
     * @throws IllegalArgumentException with a sentence that says what is wrong
     */
    public WebhookUrl {
        var form = FORM.matcher(value);
        if (value.length() > LONGEST || !form.matches()) {
            throw new IllegalArgumentException(
                    "a webhook goes to an https address of at most " + LONGEST + " characters");
        }
        var isHere = HERE.matcher(form.group(2).toLowerCase(Locale.ROOT)).matches();
        if (form.group(1).equals("http") && !isHere) {
            throw new IllegalArgumentException("a webhook goes to an https address");
        }
    }

    /** The machine alone: what stands in a log. */
    public String host() {
        var form = FORM.matcher(value);
        return form.matches() ? form.group(2) : "";
    }

    @Override
    public String toString() {
        return value;
    }
}
