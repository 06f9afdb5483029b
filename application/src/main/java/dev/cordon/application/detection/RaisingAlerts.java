package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes what detection found an alert, or the growth of the one that is there. */
@Supporting
class RaisingAlerts {

    /** People triage while an alert grows; whoever comes second reads again. */
    private static final int TRIES = 5;

    private static final Actor BY = AutomationPolicy.DETECTION.actor();

    private final Alerts alerts;
    private final UnitOfWork work;
    private final Ids ids;
    private final InstantSource clock;

    RaisingAlerts(Alerts alerts, UnitOfWork work, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores it, whatever its alert's state; storing the same again changes nothing. */
    void raise(LogSource source, Finding finding, Instant receivedAt) {
        for (int tried = 1; ; tried++) {
            try {
                work.run(() -> store(source, finding, receivedAt));
                return;
            } catch (StaleVersion stale) {
                if (tried == TRIES) {
                    throw stale;
                }
            }
        }
    }

    /** What is known of the source's campaigns that may still go on. */
    List<Finding> known(LogSource source, Instant lastSeenSince) {
        return work.commit(() -> alerts.recent(source.store(), source.id(), lastSeenSince)).stream()
                .map(Alert::finding)
                .toList();
    }

    private void store(LogSource source, Finding finding, Instant receivedAt) {
        var origin =
                new AlertOrigin(AlertOrigin.ACCESS_LOG, source.id().value(), finding.reference());
        var there = alerts.findByOrigin(source.store(), origin);
        if (there.isPresent()) {
            there.get().grow(finding, clock.instant(), BY).ifPresent(alerts::save);
            return;
        }
        alerts.save(
                Alert.raise(
                        new AlertId(ids.next()),
                        source.store(),
                        origin,
                        source.mode(),
                        finding,
                        receivedAt,
                        clock.instant(),
                        BY));
    }
}
