package dev.cordon.domain.notification;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one recipient, and what is known of it.
 *
 * @param attempts how often sending began
 * @param nextAttempt not before then; null unless it waits for another try
 * @param messageId the message's own id, as found in its header
 * @param proof the receiving server's answer, word for word; empty while there is none
 * @param server which server answered
 * @param note what there is to say besides the server's words: why it is unknown, who decided
 */
public record Delivery(
        CampaignId campaign,
        Recipient recipient,
        Status status,
        int attempts,
        @Nullable Instant nextAttempt,
        String messageId,
        String proof,
        String server,
        String note,
        @Nullable Instant at) {

    /**
     * The id of a message (RFC 5322, section 3.6.4): known before it leaves, so that also one that
     * was cut off can be asked for in a server's log. Tells nothing about the recipient.
     *
     * @param domain a domain of the sender, which makes it unique in the world
     */
    public static String messageId(CampaignId campaign, int ordinal, int attempt, String domain) {
        return "<%s.%d.%d@%s>".formatted(campaign, ordinal, attempt, domain);
    }

    /** For eyes that need not know who it is: servers repeat addresses in their answers. */
    public Delivery masked() {
        var hidden = recipient.masked();
        return new Delivery(
                campaign,
                hidden,
                status,
                attempts,
                nextAttempt,
                messageId,
                proof.replace(recipient.address(), hidden.address()),
                server,
                note,
                at);
    }

    public int ordinal() {
        return recipient.ordinal();
    }

    /** What is known of a message. */
    public enum Status {
        /** Not tried yet, or waits for another try after a temporary refusal. */
        PENDING,
        /** Being handed over right now. */
        IN_FLIGHT,
        /** The receiving server took responsibility (RFC 5321, section 6.1). */
        ACCEPTED,
        /** The receiving server refused for good. */
        REFUSED,
        /** Cut off in the middle: nobody knows whether it arrived. A person decides. */
        UNKNOWN;

        public boolean isFinished() {
            return this == ACCEPTED || this == REFUSED || this == UNKNOWN;
        }
    }

    /** What a person decides about an unknown one. */
    public enum Decision {
        SEND_AGAIN,
        TREAT_AS_ACCEPTED,
        TREAT_AS_REFUSED
    }
}
