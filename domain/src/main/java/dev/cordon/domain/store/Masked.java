package dev.cordon.domain.store;

/** Personal data for eyes that need not see it: enough to tell two apart, not to know either. */
public final class Masked {

    private static final String DOTS = "•••";

    private Masked() {}

    /** {@code A••• H•••}. */
    public static String name(String name) {
        var masked = new StringBuilder();
        for (var part : name.split(" ")) {
            if (!part.isEmpty()) {
                masked.append(masked.isEmpty() ? "" : " ");
                masked.appendCodePoint(part.codePointAt(0)).append(DOTS);
            }
        }
        return masked.toString();
    }

    /** {@code a•••@example.org}. */
    public static String email(String email) {
        var at = email.lastIndexOf('@');
        return at < 1 ? DOTS : email.charAt(0) + DOTS + email.substring(at);
    }
}
