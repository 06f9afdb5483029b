package dev.cordon.domain.store;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The address of a store's front page, in one normal form: scheme and host in lower case, no user,
 * no query, no default port, no trailing slash.
 *
 * <p>Whether the address may be called at all (private networks) is decided when it is called.
 */
public record StoreUrl(Scheme scheme, String host, int port, String path) {

    private static final int LONGEST = 300;
    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)" + LABEL + "(\\." + LABEL + ")*");
    private static final Pattern IPV6 = Pattern.compile("\\[[0-9a-f:.]{2,45}]");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~%-]+)*");

    /** How the store is spoken to; {@link #HTTP} keeps nothing secret. */
    public enum Scheme {
        HTTPS(443),
        HTTP(80);

        private final int defaultPort;

        Scheme(int defaultPort) {
            this.defaultPort = defaultPort;
        }

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public StoreUrl {
        if (!HOST.matcher(host).matches() && !IPV6.matcher(host).matches()) {
            throw new IllegalArgumentException("an address needs a host name such as shop.example");
        }
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        if (!PATH.matcher(path).matches() || path.contains("/..")) {
            throw new IllegalArgumentException(
                    "the path holds characters that do not belong there");
        }
    }

    /**
     * Reads what a person typed; without a scheme it is {@code https}.
     *
     * @throws IllegalArgumentException with a sentence for the person when it is no store's address
     */
    public static StoreUrl of(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("an address has at most " + LONGEST + " characters");
        }
        int colon = text.indexOf("://");
        Scheme scheme = colon < 0 ? Scheme.HTTPS : scheme(text.substring(0, colon));
        String rest = colon < 0 ? text : text.substring(colon + 3);
        refuseExtras(rest);
        int slash = rest.indexOf('/');
        String authority = (slash < 0 ? rest : rest.substring(0, slash)).toLowerCase(Locale.ROOT);
        String path = slash < 0 ? "" : rest.substring(slash).replaceAll("/+$", "");
        int port = portAt(authority);
        return new StoreUrl(
                scheme,
                port < 0 ? authority : authority.substring(0, port),
                port < 0 ? scheme.defaultPort : number(authority.substring(port + 1)),
                path);
    }

    public boolean isHttps() {
        return scheme == Scheme.HTTPS;
    }

    /** Same scheme, host and port: the same server answers. */
    public boolean hasSameOriginAs(StoreUrl other) {
        return scheme == other.scheme && host.equals(other.host) && port == other.port;
    }

    /** The address of something below the front page; the reference starts with a slash. */
    public String resolve(String reference) {
        return this + reference;
    }

    @Override
    public String toString() {
        String shownPort = port == scheme.defaultPort ? "" : ":" + port;
        return scheme.word() + "://" + host + shownPort + path;
    }

    private static Scheme scheme(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "https" -> Scheme.HTTPS;
            case "http" -> Scheme.HTTP;
            default ->
                    throw new IllegalArgumentException(
                            "an address starts with https:// or http://");
        };
    }

    private static void refuseExtras(String rest) {
        if (rest.contains("@")) {
            throw new IllegalArgumentException(
                    "leave user and password out of the address; the key has its own field");
        }
        if (rest.contains("?") || rest.contains("#")) {
            throw new IllegalArgumentException("give the front page alone, without ? or #");
        }
    }

    private static int portAt(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon > authority.lastIndexOf(']') ? colon : -1;
    }

    private static int number(String digits) {
        if (!digits.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("a port is a number from 1 to 65535");
        }
        return Integer.parseInt(digits);
    }
}
