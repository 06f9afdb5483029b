package dev.cordon.domain.notification;

/** Whether an endpoint is sent to, and if not, why. */
public enum WebhookState {
    ON,
    /** A person switched it off. */
    OFF,
    /** Nothing but failures for days. */
    FAILING,
    /** The receiver said that it wants no more: 410 (RFC 9110, section 15.5.11). */
    GONE,
    /** Taken away; kept for history. */
    REMOVED
}
