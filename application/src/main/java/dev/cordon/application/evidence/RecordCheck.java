package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.LedgerAudit;
import dev.cordon.domain.evidence.ledger.LedgerFinding;
import dev.cordon.domain.evidence.ledger.LedgerFinding.What;
import java.util.List;

/** Holds what has a leaf of its own against it: packages, waivers, the watch's own runs. */
@Supporting
class RecordCheck {

    private final Packages packages;
    private final Waivers waivers;
    private final WatchRuns runs;

    RecordCheck(Packages packages, Waivers waivers, WatchRuns runs) {
        this.packages = packages;
        this.waivers = waivers;
        this.runs = runs;
    }

    void check(LedgerAudit audit) {
        int most = LedgerAudit.LIMIT;
        found(audit, What.PACKAGE_MISSING, "package ", packages.missing(most));
        found(audit, What.PACKAGE_ALTERED, "package ", packages.altered(most));
        found(audit, What.WAIVER_MISSING, "waiver ", waivers.missing(most));
        found(audit, What.WAIVER_ALTERED, "waiver ", waivers.altered(most));
        found(audit, What.WATCH_RUN_MISSING, "run ", runs.missing(most));
        found(audit, What.WATCH_RUN_ALTERED, "run ", runs.altered(most));
    }

    private static void found(LedgerAudit audit, What what, String kind, List<String> ids) {
        ids.forEach(id -> audit.found(LedgerFinding.about(what, kind + id)));
    }
}
