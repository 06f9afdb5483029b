package dev.cordon.notify.notification;

import java.net.URI;
import java.time.Duration;

/**
 * How webhooks go out.
 *
 * @param address where Cordon itself is reached, for the links in messages
 * @param loopback whether this machine may be called, also by plain http: for tests, and a hole
 *     anywhere else
 * @param connect how long opening a connection may take
 * @param answer how long one message may take altogether
 */
public record WebhookSettings(URI address, boolean loopback, Duration connect, Duration answer) {

    /** Without a trailing slash. */
    String base() {
        var text = address.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
