package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.application.store.Stores;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;

/** Keeps alerts of a store from people for a while, before one was raised. */
@UseCase
public class AddSuppression {

    /**
     * @param upTo the most severe alert that it covers
     */
    public record Command(
            StoreId store,
            SuppressionMatch match,
            AlertSeverity upTo,
            Instant until,
            String reason) {}

    private final Suppressions suppressions;
    private final Stores stores;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AddSuppression(
            Suppressions suppressions, Stores stores, Caller caller, Ids ids, InstantSource clock) {
        this.suppressions = suppressions;
        this.stores = stores;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException without a reason, or if it ends in the past or too late
     */
    @Requires(Permission.ALERT_TRIAGE)
    public SuppressionId add(Command command) {
        var store = stores.get(command.store(), caller.scope());
        var added =
                Suppression.add(
                        new SuppressionId(ids.next()),
                        store.id(),
                        command.match(),
                        command.upTo(),
                        command.reason(),
                        command.until(),
                        caller.person(),
                        clock.instant());
        suppressions.save(added);
        return added.state().id();
    }
}
