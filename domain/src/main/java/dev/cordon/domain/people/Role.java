package dev.cordon.domain.people;

import static dev.cordon.domain.people.Permission.*;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The six roles, as in Keycloak and in the demo, and what each permits. */
public enum Role {
    /** Works incidents: takes alerts, preserves evidence, drafts notices. */
    RESPONDER(
            ALERT_TRIAGE,
            ALERT_REPORT,
            RULE_WRITE,
            INCIDENT_RESPOND,
            EVIDENCE_VIEW,
            EVIDENCE_COLLECT,
            BREACH_ASSESS,
            CAMPAIGN_WRITE,
            TOKEN_MANAGE),
    /** Declares, decides and closes; everything a responder may, and command. */
    INCIDENT_COMMANDER(
            ALERT_TRIAGE,
            ALERT_REPORT,
            RULE_WRITE,
            RULE_APPROVE,
            INCIDENT_RESPOND,
            INCIDENT_COMMAND,
            EVIDENCE_VIEW,
            EVIDENCE_COLLECT,
            EVIDENCE_KEEP,
            EVIDENCE_EXPORT,
            EVIDENCE_LEAVE_CARDS,
            EVIDENCE_UNWRAP,
            EVIDENCE_WAIVE,
            BREACH_ASSESS,
            CAMPAIGN_WRITE,
            CAMPAIGN_DISPATCH,
            TOKEN_MANAGE),
    /** Approves what customers are told, and decides about doubtful deliveries. */
    COMMUNICATIONS_APPROVER(CAMPAIGN_WRITE, CAMPAIGN_APPROVE, CAMPAIGN_DISPATCH, TOKEN_MANAGE),
    /** Decides what the law asks, and approves what people and authorities are told. */
    PRIVACY_OFFICER(
            EVIDENCE_VIEW,
            EVIDENCE_KEEP,
            EVIDENCE_EXPORT,
            BREACH_ASSESS,
            CAMPAIGN_WRITE,
            CAMPAIGN_APPROVE,
            CAMPAIGN_DISPATCH,
            TOKEN_MANAGE),
    /** Reads everything, changes nothing. */
    AUDITOR(EVIDENCE_VIEW, PEOPLE_READ, AUDIT_READ),
    /** Sets up stores, people and log sources. */
    ADMINISTRATOR(
            ALERT_REPORT,
            RULE_WRITE,
            RULE_APPROVE,
            STORE_MANAGE,
            STORE_WATCH,
            LOG_INGEST,
            PEOPLE_READ,
            PEOPLE_MANAGE,
            TOKEN_MANAGE,
            WEBHOOK_MANAGE,
            RECOVERY_KEY_CREATE,
            AUDIT_READ);

    /** What everybody with any role may read. */
    private static final Set<Permission> COMMON =
            EnumSet.of(
                    ALERT_READ,
                    INCIDENT_READ,
                    EVIDENCE_READ,
                    BREACH_READ,
                    CAMPAIGN_READ,
                    STORE_READ);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... rest) {
        this.permissions = EnumSet.of(first, rest);
    }

    public Set<Permission> permissions() {
        var all = EnumSet.copyOf(permissions);
        all.addAll(COMMON);
        return Collections.unmodifiableSet(all);
    }

    /** The name in Keycloak: {@code incident-commander}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of that name, or empty: a name that is not ours grants nothing. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id().equals(id)).findFirst();
    }

    /** The roles that permit it. */
    public static Set<Role> permitting(Permission permission) {
        return Arrays.stream(values())
                .filter(role -> role.permissions().contains(permission))
                .collect(Collectors.toUnmodifiableSet());
    }
}
