package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.Page;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertPhase;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.Blindness;
import dev.cordon.domain.kernel.StoreScope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Marks for which time a security plugin was off: detection's own alert tells of it. Nothing tells
 * when it is on again, so it lasts until a person has decided about the alert; if that became an
 * incident, a week.
 */
@Supporting
class PluginsOff {

    /** The rule that sees it. */
    static final String RULE = "security-plugin-off";

    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Page.Request SOME = new Page.Request(20, null);

    private final Alerts alerts;
    private final BlindSpans spans;
    private final Ids ids;

    PluginsOff(Alerts alerts, BlindSpans spans, Ids ids) {
        this.alerts = alerts;
        this.spans = spans;
        this.ids = ids;
    }

    /** Of one log; in the running transaction. */
    void mark(LogSource log, Instant now) {
        var lasting =
                spans.lasting(log.id()).stream()
                        .filter(span -> span.why() == Blindness.PLUGIN_OFF)
                        .toList();
        for (var span : lasting) {
            if (!find(span.alert()).filter(alert -> lasts(alert, now)).isPresent()) {
                spans.change(span.ended(now));
            }
        }
        var known = lasting.stream().map(BlindSpan::alert).toList();
        for (var alert : open(log)) {
            if (!known.contains(alert.id()) && isOf(alert, log.id()) && lasts(alert, now)) {
                spans.begin(
                        new BlindSpan(
                                ids.next(),
                                log.id(),
                                log.store(),
                                Blindness.PLUGIN_OFF,
                                alert.occurredAt(),
                                null,
                                alert.id()));
            }
        }
    }

    private List<Alert> open(LogSource log) {
        var filter =
                Alerts.Filter.OPEN.with(null, AttackKind.TAMPERING).in(log.store()).saying(RULE);
        return alerts.lines(filter, StoreScope.ALL, SOME).items().stream()
                .flatMap(line -> find(line.id()).stream())
                .toList();
    }

    private static boolean isOf(Alert alert, SourceId log) {
        return alert.finding().verdict().rules().contains(RULE)
                && alert.finding().sources().contains(log.value());
    }

    private static boolean lasts(Alert alert, Instant now) {
        return switch (alert.phase()) {
            case AlertPhase.New _, AlertPhase.Triaging _ -> true;
            case AlertPhase.Escalated _ -> now.isBefore(alert.occurredAt().plus(LONGEST));
            case AlertPhase.Merged _, AlertPhase.Closed _, AlertPhase.Suppressed _ -> false;
        };
    }

    private Optional<Alert> find(@Nullable AlertId id) {
        return id == null ? Optional.empty() : alerts.find(id, StoreScope.ALL);
    }
}
