package dev.cordon.application.evidence;

import dev.cordon.application.detection.Alerts;
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
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.AutomationPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells people that evidence or ledger is not what it was: once for each thing that differs. */
@Supporting
class IntegrityAlerts {

    private static final Actor BY = AutomationPolicy.LEDGER.actor();

    private static final int MOST_STORES = 1_000;

    private final Alerts alerts;
    private final IntegrityWatch watch;
    private final Ids ids;
    private final InstantSource clock;

    IntegrityAlerts(Alerts alerts, IntegrityWatch watch, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.watch = watch;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The alert that tells of it. What was whole again meanwhile is another alert, also with the
     * same words.
     *
     * @param subject what differs, as the watch calls it
     * @param what how, in a sentence
     * @param since when it was found first
     */
    AlertId tell(StoreId store, String subject, String title, String what, Instant since) {
        var seen = what + "\n" + since;
        var digest = Sha256.of(seen.getBytes(StandardCharsets.UTF_8)).shortForm();
        var origin = new AlertOrigin(AlertOrigin.INTEGRITY, subject, digest);
        return alerts.findByOrigin(store, origin)
                .map(Alert::id)
                .orElseGet(() -> raise(store, origin, new AlertNote(title, what, null)));
    }

    /**
     * In every store that has evidence: it is all of theirs.
     *
     * @return one of the alerts; null if there is no store to tell
     */
    @Nullable AlertId tellAll(String subject, String title, String what, Instant since) {
        AlertId first = null;
        for (var store : watch.stores(MOST_STORES)) {
            var told = tell(store, subject, title, what, since);
            first = first == null ? told : first;
        }
        return first;
    }

    private AlertId raise(StoreId store, AlertOrigin origin, AlertNote note) {
        var now = clock.instant();
        var id = new AlertId(ids.next());
        var finding =
                new ReportedFinding(
                                origin.reference(),
                                note,
                                AttackKind.TAMPERING,
                                AlertSeverity.CRITICAL,
                                now,
                                now,
                                List.of(),
                                List.of(),
                                List.of())
                        .at(now);
        alerts.save(Alert.raise(id, store, origin, Mode.LIVE, finding, note, now, now, BY));
        return id;
    }
}
