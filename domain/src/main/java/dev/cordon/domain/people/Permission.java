package dev.cordon.domain.people;

/**
 * What a use case asks for. Deny by default: a use case without one cannot be called.
 *
 * <p>A reading permission changes nothing in the product; looking at evidence leaves its trace in
 * the custody chain all the same.
 */
public enum Permission {
    ALERT_READ(false),
    ALERT_TRIAGE(true),
    ALERT_REPORT(true),
    RULE_WRITE(true),
    RULE_APPROVE(true),
    LOG_INGEST(true),
    INCIDENT_READ(false),
    INCIDENT_RESPOND(true),
    INCIDENT_COMMAND(true),
    EVIDENCE_READ(false),
    EVIDENCE_VIEW(false),
    EVIDENCE_COLLECT(true),
    EVIDENCE_KEEP(true),
    /** Lets evidence out of the house, as packages. */
    EVIDENCE_EXPORT(true),
    EVIDENCE_LEAVE_CARDS(true),
    EVIDENCE_UNWRAP(false),
    EVIDENCE_WAIVE(true),
    RECOVERY_KEY_CREATE(true),
    LEDGER_SEQUENCE(true),
    BREACH_READ(false),
    BREACH_ASSESS(true),
    CAMPAIGN_READ(false),
    CAMPAIGN_WRITE(true),
    CAMPAIGN_APPROVE(true),
    CAMPAIGN_DISPATCH(true),
    STORE_READ(false),
    STORE_MANAGE(true),
    /** Looks at a store: at its pages as customers do, and at what there is in it. */
    STORE_WATCH(true),
    /** Reads orders and customers into the mirror. */
    STORE_MIRROR(true),
    /** Finds out day by day whether connections still work. */
    STORE_CHECK(true),
    PEOPLE_READ(false),
    PEOPLE_MANAGE(true),
    PEOPLE_PAGE(true),
    TOKEN_MANAGE(true),
    WEBHOOK_MANAGE(true),
    AUDIT_READ(false);

    private final boolean changes;

    Permission(boolean changes) {
        this.changes = changes;
    }

    /** Whether it lets its holder change something. */
    public boolean changes() {
        return changes;
    }
}
