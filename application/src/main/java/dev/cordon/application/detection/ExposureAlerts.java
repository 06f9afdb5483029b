package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.ExposureAlarm;
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
import dev.cordon.domain.store.vulnerability.Exposure;
import dev.cordon.domain.store.vulnerability.Urgency;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes each vulnerable version in a store an alert, with what to do and until when. */
@Supporting
class ExposureAlerts implements ExposureAlarm {

    private static final Actor BY = AutomationPolicy.DETECTION.actor();

    /** Vulnerable, not exploited: look before you mend, for mending changes what could tell. */
    private static final String PROCEDURE =
            """
            Vulnerable is not exploited. What to do:
            1. Look whether somebody came in: differences on the store's Inventory page, alerts of this store, its logs since the day of publication. A trace of that makes this an incident.
            2. If it cannot be mended at once: switch the plugin off, or block what it answers to in front of the store.
            3. Back the store up, try the patched version on the staging copy, then update.
            4. Look once more, and accept the update as a difference.
            5. Close this alert with what was found.
            """;

    private final Alerts alerts;
    private final Ids ids;
    private final InstantSource clock;

    ExposureAlerts(Alerts alerts, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void tell(Exposure exposure) {
        var origin =
                new AlertOrigin(
                        AlertOrigin.VULNERABILITY,
                        exposure.vulnerability(),
                        exposure.name() + " " + exposure.since());
        if (alerts.findByOrigin(exposure.store(), origin).isPresent()) {
            return;
        }
        var now = clock.instant();
        var note =
                new AlertNote(
                        cut(
                                "Vulnerable: %s %s (%s)"
                                        .formatted(
                                                exposure.item(),
                                                exposure.version(),
                                                exposure.title()),
                                AlertNote.LONGEST_TITLE),
                        cut(description(exposure), AlertNote.LONGEST_DESCRIPTION),
                        exposure.link());
        var finding =
                new ReportedFinding(
                                origin.reference(),
                                note,
                                AttackKind.OTHER,
                                severity(exposure.urgency()),
                                exposure.since(),
                                exposure.since(),
                                List.of(),
                                List.of(),
                                List.of())
                        .at(now);
        alerts.save(
                Alert.raise(
                        new AlertId(ids.next()),
                        exposure.store(),
                        origin,
                        Mode.LIVE,
                        finding,
                        note,
                        exposure.since(),
                        now,
                        BY));
    }

    private static String description(Exposure exposure) {
        var fixed =
                exposure.patched().isEmpty()
                        ? "No version mends it yet."
                        : "Mended in " + String.join(", ", exposure.patched()) + ".";
        return "%s%s\n%s\nDue on %s (UTC), by CVSS %s.\n%s\n%s"
                .formatted(
                        exposure.title(),
                        said(exposure.cve()),
                        fixed,
                        exposure.due().atOffset(ZoneOffset.UTC).toLocalDate(),
                        exposure.score() == null ? "unscored, taken for high" : exposure.score(),
                        PROCEDURE,
                        exposure.copyright());
    }

    private static String said(@Nullable String cve) {
        return cve == null ? "" : " (" + cve + ")";
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }

    private static AlertSeverity severity(Urgency urgency) {
        return switch (urgency) {
            case LOW -> AlertSeverity.LOW;
            case MEDIUM -> AlertSeverity.MEDIUM;
            case HIGH -> AlertSeverity.HIGH;
            case CRITICAL -> AlertSeverity.CRITICAL;
        };
    }
}
