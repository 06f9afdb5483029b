package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.Suppression;
import dev.cordon.domain.detection.SuppressionId;
import dev.cordon.domain.detection.SuppressionMatch;
import dev.cordon.domain.people.Permission;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Files an open alert away, and its like for a while: nothing that is worse than it, nothing that
 * got through.
 */
@UseCase
public class SuppressAlert {

    /** Growth of the alert since it was read is no obstacle; a decision on it is. */
    public record Command(AlertId alert, SuppressionMatch match, Instant until, String reason) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Suppressed(SuppressionId suppression) implements Outcome {}
    }

    /** Why it was not done; nothing was stored. */
    public enum Refused implements Outcome {
        /** Somebody got in: that is never suppressed. */
        ATTACK_SUCCEEDED,
        /** The alert shows more than what is to be suppressed. */
        ALERT_NOT_COVERED
    }

    private final Alerts alerts;
    private final Suppressions suppressions;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    SuppressAlert(
            Alerts alerts, Suppressions suppressions, Caller caller, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.suppressions = suppressions;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException without a reason, or if it ends in the past or too late
     */
    @Requires(Permission.ALERT_TRIAGE)
    public Outcome suppress(Command command) {
        var alert = alerts.get(command.alert(), caller.scope());
        if (alert.finding().hasSucceeded()) {
            return Refused.ATTACK_SUCCEEDED;
        }
        var now = clock.instant();
        var added =
                Suppression.add(
                        new SuppressionId(ids.next()),
                        alert.store(),
                        command.match(),
                        alert.severity(),
                        command.reason(),
                        command.until(),
                        caller.person(),
                        now);
        var suppression = added.state();
        if (!suppression.covers(alert, now)) {
            return Refused.ALERT_NOT_COVERED;
        }
        var filed = alert.suppress(suppression, caller.person(), now);
        suppressions.save(added);
        suppressions.hit(suppression.id(), alert.id(), now);
        alerts.save(filed);
        return new Outcome.Suppressed(suppression.id());
    }
}
