package dev.cordon.notify.notification;

import java.net.URI;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * An SMS gateway with an HTTP interface, and how long it may take.
 *
 * @param url takes {@code POST} with JSON
 * @param token sent as bearer token
 * @param sender what the phone shows: a number, or at most eleven letters and digits
 * @param connect how long opening a connection may take
 * @param message how long one message may take altogether
 */
public record SmsSettings(
        URI url, String token, String sender, Duration connect, Duration message) {

    private static final Pattern SENDER = Pattern.compile("\\+?[0-9]{3,15}|[0-9A-Za-z ]{1,11}");

    /**
     * @throws IllegalArgumentException with a sentence that says which setting is wrong
     */
    public SmsSettings {
        require(
                "https".equals(url.getScheme()) || isLoopback(url),
                "url",
                "begins with https: a token and phone numbers travel there");
        require(url.getUserInfo() == null, "url", "holds no password: use cordon.sms.token");
        require(!token.isBlank() && token.strip().equals(token), "token", "is the gateway's token");
        require(SENDER.matcher(sender).matches(), "sender", "is a number or up to 11 letters");
        require(connect.isPositive(), "connect-timeout", "is longer than nothing");
        require(message.isPositive(), "message-limit", "is longer than nothing");
    }

    String server() {
        return url.getAuthority();
    }

    private static void require(boolean fine, String setting, String rule) {
        if (!fine) {
            throw new IllegalArgumentException("cordon.sms." + setting + " " + rule);
        }
    }

    private static boolean isLoopback(URI url) {
        var host = url.getHost();
        return "http".equals(url.getScheme())
                && ("127.0.0.1".equals(host) || "[::1]".equals(host) || "localhost".equals(host));
    }

    @Override
    public String toString() {
        return server() + " as " + sender;
    }
}
