package dev.cordon.application.notification;

import dev.cordon.domain.notification.Channel;

/** A way out for messages: SMTP, or an SMS gateway. Every call is bounded in time. */
public interface MessageChannel {

    Channel channel();

    /**
     * Opens one connection.
     *
     * @throws Unavailable if nobody answers or the login is refused: nothing was sent
     */
    Connection open() throws Unavailable;

    /** One connection; it hands over one message at a time. */
    interface Connection extends AutoCloseable {

        /**
         * Hands a message over. A connection that broke before is opened anew.
         *
         * @throws Unavailable if there is no way out any more: nothing of this message was sent
         */
        DeliveryResult send(Message message) throws Unavailable;

        @Override
        void close();
    }

    /**
     * A message ready to go.
     *
     * @param messageId unique for this recipient and attempt, in the form of RFC 5322 section 3.6.4
     * @param fromName what the recipient sees as sender
     * @param replyTo where questions go
     * @param language ISO 639-1
     */
    record Message(
            String messageId,
            String to,
            String toName,
            String fromName,
            String replyTo,
            String subject,
            String body,
            String language) {

        @Override
        public String toString() {
            return "message " + messageId;
        }
    }

    /** There is no way out right now; nothing was sent and nothing is lost. */
    class Unavailable extends Exception {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }

        public Unavailable(String message) {
            super(message);
        }
    }
}
