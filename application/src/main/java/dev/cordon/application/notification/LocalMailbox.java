package dev.cordon.application.notification;

import dev.cordon.application.kernel.Page;
import java.time.Instant;
import java.util.Optional;

/** Mail that was caught on this machine instead of being delivered; only in a demonstration. */
public interface LocalMailbox {

    /** Latest first; old mail is dropped when there is much. */
    Page<Mail> list(Page.Request page);

    Optional<Mail> find(String id);

    int count();

    /**
     * A caught mail.
     *
     * @param id opaque
     * @param messageId as in its header
     * @param text the plain text, as a reader shows it
     */
    record Mail(
            String id,
            Instant at,
            String messageId,
            String from,
            String to,
            String replyTo,
            String subject,
            String text) {

        @Override
        public String toString() {
            return "mail " + id;
        }
    }
}
