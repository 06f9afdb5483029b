package dev.cordon.application.evidence;

import dev.cordon.application.detection.AlertOriginals;
import dev.cordon.application.detection.AlertOriginals.Original;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.people.Permission;
import java.util.List;

/** What came in from outside and can be taken into custody as it came. */
@Queries
public class OriginalQueries {

    private final AlertOriginals originals;
    private final Caller caller;

    OriginalQueries(AlertOriginals originals, Caller caller) {
        this.originals = originals;
        this.caller = caller;
    }

    /** None for an alert of a store that is not the caller's. */
    @Requires(Permission.EVIDENCE_READ)
    public List<Original> of(AlertId alert) {
        return originals.of(alert).stream()
                .filter(original -> caller.scope().covers(original.store()))
                .toList();
    }
}
