package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Files an alert under another one of the same store that it belongs to; both stay readable. */
@UseCase
public class MergeAlert {

    public record Command(AlertId alert, Version seen, AlertId into) {}

    private final Alerts alerts;
    private final Caller caller;
    private final InstantSource clock;

    MergeAlert(Alerts alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.ALERT_TRIAGE)
    public void merge(Command command) {
        var alert = alerts.get(command.alert(), command.seen(), caller.scope());
        var into = alerts.get(command.into(), caller.scope());
        alerts.save(alert.merge(into, caller.person(), clock.instant()));
    }
}
