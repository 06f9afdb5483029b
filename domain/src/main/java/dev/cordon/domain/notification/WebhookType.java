package dev.cordon.domain.notification;

import java.util.Arrays;
import java.util.Optional;

/** What a webhook tells of, named as on the wire (Standard Webhooks 1.0, event types). */
public enum WebhookType {
    ALERT_RAISED("alert.raised"),
    /** Its severity rose. */
    ALERT_WORSENED("alert.worsened"),
    /** A closed one got worse, or somebody took a decision back. */
    ALERT_REOPENED("alert.reopened"),
    ALERT_TAKEN("alert.taken"),
    ALERT_DISMISSED("alert.dismissed"),
    ALERT_SUPPRESSED("alert.suppressed"),
    ALERT_MERGED("alert.merged"),
    ALERT_ESCALATED("alert.escalated"),
    INCIDENT_OPENED("incident.opened"),
    INCIDENT_SEVERITY_CHANGED("incident.severity_changed"),
    INCIDENT_STAGE_CHANGED("incident.stage_changed"),
    INCIDENT_CLOSED("incident.closed"),
    /** Nothing happened: somebody tries the endpoint out. */
    TEST("webhook.test");

    private final String wire;

    WebhookType(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    /** Whether it is about an alert; otherwise it is about an incident, or a test. */
    public boolean isOfAlert() {
        return wire.startsWith("alert.");
    }

    public static Optional<WebhookType> of(String wire) {
        return Arrays.stream(values()).filter(type -> type.wire.equals(wire)).findFirst();
    }
}
