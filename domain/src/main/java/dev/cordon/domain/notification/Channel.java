package dev.cordon.domain.notification;

/** How a notice travels. */
public enum Channel {
    EMAIL,
    SMS
}
