package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.keeping.LegalHold;
import dev.cordon.domain.detection.keeping.Retention;
import dev.cordon.domain.detection.log.LogSource;
import java.util.List;

/** What is in force for a log's raw lines. */
@Supporting
class KeptLogs {

    private final Retentions retentions;
    private final LegalHolds holds;
    private final LogSpool spool;

    KeptLogs(Retentions retentions, LegalHolds holds, LogSpool spool) {
        this.retentions = retentions;
        this.holds = holds;
        this.spool = spool;
    }

    /** As somebody set it, else the usual. */
    Retention retention(LogSource log) {
        return retentions.find(log.id()).orElseGet(() -> Retention.usual(log, spool.limit()));
    }

    /** What forbids to delete its lines. */
    List<LegalHold> holds(LogSource log) {
        return holds.active(log.store()).stream().filter(hold -> hold.holds(log)).toList();
    }
}
