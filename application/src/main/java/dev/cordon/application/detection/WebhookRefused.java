package dev.cordon.application.detection;

import org.jspecify.annotations.Nullable;

/** A webhook that is not taken. The message is for whoever set it up, and holds nothing of it. */
public class WebhookRefused extends Exception {

    private final Reason reason;

    public WebhookRefused(Reason reason, String message) {
        this(reason, message, null);
    }

    public WebhookRefused(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Why not. */
    public enum Reason {
        /** It carries no signature, none that fits, or one of another time. */
        SIGNATURE,
        /** It is the provider's, and says nothing that can be read. */
        NOT_UNDERSTOOD,
        /** Nobody can say right now; sent again later, it may be taken. */
        NOT_NOW
    }

    public Reason reason() {
        return reason;
    }
}
