package dev.cordon.infra.jobs;

import java.util.Locale;

/** The kinds of durable work. A name is stored with its jobs and stays. */
enum JobName {
    DETERMINE_AFFECTED_PEOPLE,
    DISPATCH_CAMPAIGN,
    DELIVER_WEBHOOKS,
    TELL_WEBHOOK_OWNER,
    PAGE_TAMPERING,
    DRY_RUN_RULES,
    ANCHOR_LEDGER,
    MIRROR_LEDGER,
    WATCH_INTEGRITY,
    DISPOSE_EVIDENCE,
    EXPIRE_EVIDENCE,
    WATCH_CONNECTIONS,
    SWEEP_VAULT,
    MAKE_PACKAGE,
    MIRROR_STORE,
    KEEP_MIRROR_WEBHOOKS,
    VISIT_PAYMENT_PAGE,
    TAKE_FROM_STORE,
    PRESERVE_PAGE,
    TAKE_INVENTORIES,
    WATCH_VULNERABILITIES;

    String stored() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
