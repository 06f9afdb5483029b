package dev.cordon.domain.people;

import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What may run without a person: each automation with its own small set of permissions. */
public enum AutomationPolicy {
    /** Takes log lines in and raises alerts. */
    DETECTION(Permission.LOG_INGEST),
    /** Takes in what anybody outside noticed. */
    REPORT_FORM(Permission.ALERT_REPORT),
    /** Takes in what was mailed about a store. */
    MAIL_REPORT(Permission.ALERT_REPORT),
    /** Asks a store who is affected, after a person wanted to know. */
    STORE_READER(Permission.STORE_READ, Permission.BREACH_ASSESS),
    /** Looks at the pages of stores, and at what there is in them. */
    STORE_WATCH(Permission.STORE_WATCH),
    /** Keeps the mirror of a store's orders as long as a person wants it. */
    STORE_MIRROR(Permission.STORE_MIRROR),
    /** Checks day by day whether the connections of stores still work. */
    CONNECTION_WATCH(Permission.STORE_CHECK),
    /** Sends what two people agreed on. */
    DISPATCHER(Permission.CAMPAIGN_DISPATCH),
    /** Tells programs outside what happened, and switches off those that never answer. */
    WEBHOOK_SENDER(Permission.WEBHOOK_MANAGE),
    /** Wakes those who have to know at once. */
    PAGER(Permission.PEOPLE_PAGE),
    /** Ends what evidence was kept long enough, and what two people agreed to end. */
    EVIDENCE_KEEPER(Permission.EVIDENCE_KEEP),
    /** Makes the evidence packages that a person asked for. */
    EVIDENCE_PACKER(Permission.EVIDENCE_EXPORT),
    /** Takes from stores what a person asked for, into custody. */
    STORE_ACQUISITION(Permission.EVIDENCE_COLLECT),
    /** Takes the payment page behind an alert that became an incident into custody. */
    PAGE_KEEPER(Permission.EVIDENCE_COLLECT),
    /** Gives the ledger's leaves their places and signs checkpoints. */
    LEDGER(Permission.LEDGER_SEQUENCE);

    private final Set<Permission> permissions;

    AutomationPolicy(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    public Actor.Automation actor() {
        return new Actor.Automation(name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** For all stores: the work that an automation finds was asked for within somebody's scope. */
    public Access access() {
        return new Access(
                permissions.stream()
                        .collect(Collectors.toMap(permission -> permission, _ -> StoreScope.ALL)));
    }
}
