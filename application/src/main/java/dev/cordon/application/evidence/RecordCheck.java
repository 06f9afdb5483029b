package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;

/**
 * Holds what has a leaf of its own against it: packages, waivers, transfers, the watch's own runs.
 */
@Supporting
class RecordCheck {

    private final Packages packages;
    private final Waivers waivers;
    private final Transfers transfers;
    private final WatchRuns runs;

    RecordCheck(Packages packages, Waivers waivers, Transfers transfers, WatchRuns runs) {
        this.packages = packages;
        this.waivers = waivers;
        this.transfers = transfers;
        this.runs = runs;
    }

    void check(LedgerAudit audit) {
        check(audit, "package ", What.PACKAGE_MISSING, What.PACKAGE_ALTERED, packages);
        check(audit, "waiver ", What.WAIVER_MISSING, What.WAIVER_ALTERED, waivers);
        check(audit, "transfer ", What.TRANSFER_MISSING, What.TRANSFER_ALTERED, transfers);
        check(audit, "run ", What.WATCH_RUN_MISSING, What.WATCH_RUN_ALTERED, runs);
    }

    private static void check(
            LedgerAudit audit, String name, What missing, What altered, InLedger things) {
        things.missing(LedgerAudit.LIMIT)
                .forEach(id -> audit.found(LedgerFinding.about(missing, name + id)));
        things.altered(LedgerAudit.LIMIT)
                .forEach(id -> audit.found(LedgerFinding.about(altered, name + id)));
    }
}
