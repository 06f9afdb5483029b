package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Closes an alert that needs nothing more, with the reason. */
@UseCase
public class DismissAlert {

    public record Command(AlertId alert, Version seen, AlertResolution resolution, String reason) {}

    private final Alerts alerts;
    private final Caller caller;
    private final InstantSource clock;

    DismissAlert(Alerts alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.ALERT_TRIAGE)
    public void dismiss(Command command) {
        var alert = alerts.get(command.alert(), command.seen(), caller.scope());
        alerts.save(
                alert.dismiss(
                        command.resolution(), command.reason(), caller.person(), clock.instant()));
    }
}
