package dev.cordon.application.notification;

import java.time.Duration;

/** What became of one message. */
public sealed interface DeliveryResult {

    /**
     * The server took responsibility.
     *
     * @param reply its answer, word for word
     */
    record Accepted(String messageId, String reply, String server) implements DeliveryResult {}

    /** The server refused for good; it was not delivered. */
    record Refused(String reply, String server) implements DeliveryResult {}

    /**
     * The server refused for now; it was certainly not delivered.
     *
     * @param retryAfter how long it wants to be left alone; zero if it did not say
     */
    record Deferred(String reply, String server, Duration retryAfter) implements DeliveryResult {}

    /** The connection broke when it may have been taken already: a person decides. */
    record Unknown(String messageId, String why, String server) implements DeliveryResult {}
}
