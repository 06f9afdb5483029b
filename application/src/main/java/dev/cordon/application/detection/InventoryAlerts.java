package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.InventoryAlarm;
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
import dev.cordon.domain.store.inventory.DifferenceGroup;
import dev.cordon.domain.store.inventory.Weight;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Makes differences from a store's baseline alerts. */
@Supporting
class InventoryAlerts implements InventoryAlarm {

    private static final Actor BY = AutomationPolicy.DETECTION.actor();

    private final Alerts alerts;
    private final Ids ids;
    private final InstantSource clock;

    InventoryAlerts(Alerts alerts, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void tell(StoreId store, DifferenceGroup differences, Instant since) {
        var named = (differences.name() + " " + since).getBytes(StandardCharsets.UTF_8);
        var kind = differences.first().key().kind();
        var origin = new AlertOrigin(AlertOrigin.INVENTORY, kind.name(), Sha256.of(named).hex());
        if (alerts.findByOrigin(store, origin).isPresent()) {
            return;
        }
        var now = clock.instant();
        var note =
                new AlertNote(
                        title(differences),
                        differences.sentences()
                                + "\nSeen first at "
                                + since
                                + ". Nobody approved it: undo it, or accept it on the store's"
                                + " page under Inventory, which lists every file.",
                        null);
        var finding =
                new ReportedFinding(
                                origin.reference(),
                                note,
                                kind(differences),
                                severity(differences.weight()),
                                since,
                                since,
                                List.of(),
                                List.of(),
                                List.of())
                        .at(now);
        alerts.save(
                Alert.raise(
                        new AlertId(ids.next()),
                        store,
                        origin,
                        Mode.LIVE,
                        finding,
                        note,
                        since,
                        now,
                        BY));
    }

    private static String title(DifferenceGroup differences) {
        var title = differences.title();
        return title.length() <= AlertNote.LONGEST_TITLE
                ? title
                : title.substring(0, AlertNote.LONGEST_TITLE);
    }

    private static AttackKind kind(DifferenceGroup differences) {
        if (differences.weight() == Weight.LOW || differences.weight() == Weight.MEDIUM) {
            return AttackKind.OTHER;
        }
        return switch (differences.first().key().kind()) {
            case USER, REST_KEY, APPLICATION_PASSWORD -> AttackKind.ADMIN_TAKEOVER;
            case CORE,
                    PLUGIN,
                    MUST_USE_PLUGIN,
                    DROP_IN,
                    THEME,
                    WEBHOOK,
                    GATEWAY,
                    CRON_EVENT,
                    OPTION,
                    FILES ->
                    AttackKind.TAMPERING;
        };
    }

    private static AlertSeverity severity(Weight weight) {
        return switch (weight) {
            case LOW -> AlertSeverity.LOW;
            case MEDIUM -> AlertSeverity.MEDIUM;
            case HIGH -> AlertSeverity.HIGH;
            case CRITICAL -> AlertSeverity.CRITICAL;
        };
    }
}
