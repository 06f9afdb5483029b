package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;

/** Takes back what was decided about several alerts, except where somebody decided since. */
@StreamingUseCase
public class UndoAlerts {

    private static final int TRIES = 5;

    /** How many are open again, and how many stay as somebody left them since. */
    public record Outcome(int takenBack, int decidedSince) {}

    private final Alerts alerts;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    UndoAlerts(Alerts alerts, UnitOfWork work, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @param decided as {@link TriageAlerts} answered
     */
    @Requires(Permission.ALERT_TRIAGE)
    public Outcome undo(List<UndoTriage.Command> decided) {
        var takenBack = (int) decided.stream().filter(this::insist).count();
        return new Outcome(takenBack, decided.size() - takenBack);
    }

    private boolean insist(UndoTriage.Command each) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                return work.commit(() -> isTakenBack(each));
            } catch (StaleVersion stale) {
                continue;
            }
        }
        return false;
    }

    private boolean isTakenBack(UndoTriage.Command each) {
        var alert = alerts.get(each.alert(), caller.scope());
        if (!alert.phase().equals(each.decided())) {
            return false;
        }
        alerts.save(alert.takeBack(each.holder(), caller.person(), clock.instant()));
        return true;
    }
}
