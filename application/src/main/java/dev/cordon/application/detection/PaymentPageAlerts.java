package dev.cordon.application.detection;

import dev.cordon.application.detection.AlertOriginals.Form;
import dev.cordon.application.detection.AlertOriginals.Original;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.application.store.PageAlarm;
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
import dev.cordon.domain.store.paymentpage.PageFinding;
import dev.cordon.domain.store.paymentpage.PageVisit;
import dev.cordon.domain.store.paymentpage.StandingFindings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;

/** Makes what nobody approved on a payment page an alert: one for each time that it came up. */
@Supporting
class PaymentPageAlerts implements PageAlarm {

    private static final Actor BY = AutomationPolicy.DETECTION.actor();
    private static final int MOST_NAMED = 20;

    private final Alerts alerts;
    private final AlertOriginals originals;
    private final Ids ids;
    private final InstantSource clock;

    PaymentPageAlerts(Alerts alerts, AlertOriginals originals, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.originals = originals;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public boolean tell(
            PageVisit visit, Sha256 page, List<PageFinding> findings, StandingFindings standing) {
        var said = findings.stream().map(PageFinding::sentence).sorted().toList();
        var seen = String.join("\n", said) + identities(findings, standing);
        var reference = Sha256.of(seen.getBytes(StandardCharsets.UTF_8)).hex();
        var origin = new AlertOrigin(AlertOrigin.PAYMENT_PAGE, "checkout", reference);
        if (alerts.findByOrigin(visit.store(), origin).isPresent()) {
            return false;
        }
        raise(visit, page, origin, note(visit, page, said), isCritical(findings));
        return true;
    }

    /** What changed a second time, or came back, is another alert, also under the same name. */
    private static String identities(List<PageFinding> findings, StandingFindings standing) {
        return findings.stream()
                .map(PageFinding::identity)
                .map(identity -> identity + " " + standing.since().get(identity))
                .sorted()
                .collect(Collectors.joining("\n", "\n", ""));
    }

    private static boolean isCritical(List<PageFinding> findings) {
        return findings.stream().anyMatch(PageFinding::isCritical);
    }

    private static AlertNote note(PageVisit visit, Sha256 page, List<String> said) {
        var named = said.stream().limit(MOST_NAMED).collect(Collectors.joining("\n"));
        var more =
                said.size() > MOST_NAMED ? "\nand %d more".formatted(said.size() - MOST_NAMED) : "";
        return new AlertNote(
                "The payment page is not what was approved",
                "%s\n%s%s\nThe page as it came was kept under %s."
                        .formatted(visit.address(), named, more, page.hex()),
                null);
    }

    @Override
    public void blind(StoreId store, String why, Instant seenLast) {
        var origin = new AlertOrigin(AlertOrigin.PAYMENT_PAGE, "watch", seenLast.toString());
        if (alerts.findByOrigin(store, origin).isPresent()) {
            return;
        }
        var note =
                new AlertNote(
                        "The payment page is not watched any more",
                        "Each visit has come to nothing since %s: a skimmer would not be seen. %s"
                                .formatted(seenLast, why),
                        null);
        raise(store, origin, note, AttackKind.OTHER, AlertSeverity.HIGH, clock.instant());
    }

    private void raise(
            PageVisit visit, Sha256 page, AlertOrigin origin, AlertNote note, boolean critical) {
        var severity = critical ? AlertSeverity.CRITICAL : AlertSeverity.HIGH;
        var at = visit.at();
        var id = raise(visit.store(), origin, note, AttackKind.TAMPERING, severity, at);
        originals.keep(
                new Original(visit.store(), id, Form.PAGE, page, visit.address(), at), new byte[0]);
    }

    private AlertId raise(
            StoreId store,
            AlertOrigin origin,
            AlertNote note,
            AttackKind kind,
            AlertSeverity severity,
            Instant at) {
        var now = clock.instant();
        var finding =
                new ReportedFinding(
                                origin.reference(),
                                note,
                                kind,
                                severity,
                                at,
                                at,
                                List.of(),
                                List.of(),
                                List.of())
                        .at(now);
        var id = new AlertId(ids.next());
        alerts.save(Alert.raise(id, store, origin, Mode.LIVE, finding, note, at, now, BY));
        return id;
    }
}
