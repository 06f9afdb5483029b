package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Takes back that an alert was taken, merged or dismissed, unless somebody decided since. */
@UseCase
public class UndoTriage {

    /**
     * @param decided where the decision left the alert; its growth since is no obstacle
     * @param holder who had it before; null if nobody had
     */
    public record Command(AlertId alert, AlertPhase decided, Actor.@Nullable Person holder) {}

    /** Whether it was taken back. */
    public sealed interface Outcome {
        record TakenBack() implements Outcome {}

        /** Somebody decided since; the alert as it is now stays. */
        record DecidedSince(Alert now) implements Outcome {}
    }

    private final Alerts alerts;
    private final Caller caller;
    private final InstantSource clock;

    UndoTriage(Alerts alerts, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.ALERT_TRIAGE)
    public Outcome undo(Command command) {
        var alert = alerts.get(command.alert(), caller.scope());
        if (!alert.phase().equals(command.decided())) {
            return new Outcome.DecidedSince(alert);
        }
        alerts.save(alert.takeBack(command.holder(), caller.person(), clock.instant()));
        return new Outcome.TakenBack();
    }
}
