package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** A responder finds out what an alert is, or takes over from a colleague. */
@UseCase
public class TakeAlert {

    public record Command(AlertId alert, Version seen) {}

    private final Alerts alerts;
    private final Caller caller;
    private final InstantSource clock;

    TakeAlert(Alerts alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.ALERT_TRIAGE)
    public void take(Command command) {
        var alert = alerts.get(command.alert(), command.seen(), caller.scope());
        alerts.save(alert.take(caller.person(), clock.instant()));
    }
}
