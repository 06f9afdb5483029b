package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.people.Permission;

/** Suppressions, for those who may read alerts. */
@Queries
public class SuppressionQueries {

    private final Suppressions suppressions;
    private final Caller caller;

    SuppressionQueries(Suppressions suppressions, Caller caller) {
        this.suppressions = suppressions;
        this.caller = caller;
    }

    @Requires(Permission.ALERT_READ)
    public Suppression suppression(SuppressionId id) {
        return suppressions.get(id, caller.scope());
    }

    /** Newest first, those that are over too. */
    @Requires(Permission.ALERT_READ)
    public Page<SuppressionSummary> list(Page.Request page) {
        return suppressions.list(caller.scope(), page);
    }
}
