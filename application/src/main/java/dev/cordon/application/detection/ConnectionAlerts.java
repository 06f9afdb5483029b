package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.ReportedFinding;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.people.AutomationPolicy;
import dev.cordon.domain.store.ConnectionKind;
import dev.cordon.domain.store.Reason;
import dev.cordon.domain.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells people that a connection stopped working: once for each time that it did. */
@Supporting
class ConnectionAlerts {

    private static final Actor BY = AutomationPolicy.CONNECTION_WATCH.actor();

    private final Alerts alerts;
    private final Ids ids;
    private final InstantSource clock;

    ConnectionAlerts(Alerts alerts, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param worked when it was seen to work for the last time
     */
    void tell(Store store, ConnectionKind kind, Reason why, Instant worked) {
        var origin = new AlertOrigin(AlertOrigin.CONNECTION, kind.name(), worked.toString());
        if (alerts.findByOrigin(store.id(), origin).isPresent()) {
            return;
        }
        var now = clock.instant();
        var note =
                new AlertNote(
                        "A connection stopped working: " + kind.label(),
                        "What only this connection can do is not possible now. "
                                + why.why()
                                + " "
                                + why.whatToDo(),
                        null);
        var finding =
                new ReportedFinding(
                                origin.reference(),
                                note,
                                AttackKind.OTHER,
                                AlertSeverity.MEDIUM,
                                worked,
                                now,
                                List.of(),
                                List.of(),
                                List.of())
                        .at(now);
        alerts.save(
                Alert.raise(
                        new AlertId(ids.next()),
                        store.id(),
                        origin,
                        Mode.LIVE,
                        finding,
                        note,
                        now,
                        now,
                        BY));
    }
}
