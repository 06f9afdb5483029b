package dev.cordon.notify.notification;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;

/**
 * Where mail goes out, and how long it may take.
 *
 * @param user empty for no login
 * @param from the sender's address, of a domain that permits this server (SPF, DKIM)
 * @param connect how long opening a connection may take
 * @param answer how long to wait for one answer; an end of message may be examined for minutes
 *     before it is answered (RFC 5321, section 4.5.3.2.6)
 * @param message how long one message may take altogether
 * @param html whether the text is added in HTML form too, for readers that show plain text badly
 */
public record SmtpSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        String from,
        Duration connect,
        Duration answer,
        Duration message,
        boolean html) {

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: a server on this machine or network. */
        NONE,
        /** Plain at first, then TLS; refused where the server offers none (RFC 3207). */
        STARTTLS,
        /** TLS from the first byte (RFC 8314). */
        TLS
    }

    /**
     * @throws IllegalArgumentException with a sentence that says which setting is wrong
     */
    public SmtpSettings {
        require(!host.isBlank() && PlainText.line(host).equals(host), "host", "names a server");
        require(port > 0 && port < 65_536, "port", "lies between 1 and 65535");
        require(
                MailAddress.of(from).isPresent(),
                "from",
                "is a mail address such as notices@shop.example");
        require(user.isEmpty() == password.isEmpty(), "user", "and its password belong together");
        require(
                user.isEmpty() || security != Security.NONE || isLoopback(host),
                "security",
                "is STARTTLS or TLS where a password is sent to another machine");
        require(connect.isPositive(), "connect-timeout", "is longer than nothing");
        require(answer.isPositive(), "answer-timeout", "is longer than nothing");
        require(message.compareTo(answer) >= 0, "message-limit", "is not below answer-timeout");
    }

    boolean hasLogin() {
        return !user.isEmpty();
    }

    /** The name that greets the server and stands in our ids: the sender's domain. */
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    String server() {
        return host + ":" + port;
    }

    private static void require(boolean fine, String setting, String rule) {
        if (!fine) {
            throw new IllegalArgumentException("cordon.smtp." + setting + " " + rule);
        }
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return server() + " as " + from;
    }
}
