package dev.cordon.domain.detection.log;

import java.nio.charset.StandardCharsets;

/** What happened, in the words that rules use, where the source has none or others. */
enum Activity {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    LOGOUT,
    USER_CREATED,
    USER_DELETED,
    PASSWORD_CHANGED,
    ROLE_CHANGED,
    PLUGIN_INSTALLED,
    PLUGIN_REMOVED,
    PLUGIN_ACTIVATED,
    PLUGIN_DEACTIVATED,
    PLUGIN_UPDATED,
    ORDER_PLACED,
    ORDER_UPDATED,
    ORDER_PENDING,
    ORDER_PAID,
    ORDER_FAILED,
    ORDER_CANCELLED,
    ORDER_REFUNDED,
    PAYMENT_SUCCEEDED,
    PAYMENT_FAILED,
    PAYMENT_UPDATED,
    CHECKOUT_FAILED,
    EMAIL_SENT,
    WEBHOOK_DELIVERED,
    WEBHOOK_FAILED,
    FATAL_ERROR,
    WARNING,
    NOTICE,
    DEPRECATED,
    DATABASE_ERROR,
    SLOW_REQUEST,
    WORKERS_EXHAUSTED,
    FILE_NOT_FOUND,
    ACCESS_FORBIDDEN,
    BASIC_AUTH_FAILED,
    RATE_LIMITED,
    UPSTREAM_FAILED,
    REQUEST_INVALID,
    ATTACK_BLOCKED,
    ATTACK_SEEN;

    private final byte[] word =
            name().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII);

    /** The word; not to be changed. */
    byte[] word() {
        return word;
    }
}
