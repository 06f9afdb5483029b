package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.AlertPhase.Merged;
import dev.cordon.domain.detection.CampaignMerged;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes what detection found an alert, or the growth of the one that is there. */
@Supporting
class RaisingAlerts {

    /** People triage while an alert grows; whoever comes second reads again. */
    private static final int TRIES = 5;

    private static final Actor BY = AutomationPolicy.DETECTION.actor();

    private final Alerts alerts;
    private final Silence silence;
    private final UnitOfWork work;
    private final Ids ids;
    private final InstantSource clock;

    RaisingAlerts(Alerts alerts, Silence silence, UnitOfWork work, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.silence = silence;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /** Stores it, whatever its alert's state; storing the same again changes nothing. */
    void raise(StoreLogs logs, Finding finding, Instant receivedAt) {
        insist(() -> store(logs, finding, receivedAt));
    }

    /**
     * Files the alert of a campaign that turned out to be a part of another one under that one's.
     * What a person has decided about it stays.
     */
    void merge(StoreLogs logs, CampaignMerged merged) {
        insist(
                () -> {
                    var part = find(logs, merged.reference());
                    var whole = find(logs, merged.into());
                    if (part.isPresent()
                            && whole.isPresent()
                            && part.get().phase().isOpen()
                            && !(whole.get().phase() instanceof Merged)) {
                        alerts.save(part.get().merge(whole.get(), BY, clock.instant()));
                    }
                });
    }

    private void insist(Runnable storing) {
        for (int tried = 1; ; tried++) {
            try {
                work.run(storing);
                return;
            } catch (StaleVersion stale) {
                if (tried == TRIES) {
                    throw stale;
                }
            }
        }
    }

    /** What is known of the store's campaigns that may still go on. */
    List<Finding> known(StoreLogs logs, Instant lastSeenSince) {
        return work.commit(() -> alerts.recent(logs.store(), logs.mode(), lastSeenSince)).stream()
                .map(Alert::finding)
                .toList();
    }

    private Optional<Alert> find(StoreLogs logs, String reference) {
        return alerts.findByOrigin(logs.store(), AlertOrigin.ofDetection(logs.mode(), reference));
    }

    private void store(StoreLogs logs, Finding finding, Instant receivedAt) {
        var there = find(logs, finding.reference());
        var now = clock.instant();
        if (there.isPresent()) {
            there.get()
                    .grow(finding, now, BY)
                    .ifPresent(grown -> alerts.save(silence.grown(grown, now, BY)));
            return;
        }
        var raised =
                Alert.raise(
                        new AlertId(ids.next()),
                        logs.store(),
                        AlertOrigin.ofDetection(logs.mode(), finding.reference()),
                        logs.mode(),
                        finding,
                        receivedAt,
                        now,
                        BY);
        alerts.save(silence.raised(raised, now, BY));
    }
}
