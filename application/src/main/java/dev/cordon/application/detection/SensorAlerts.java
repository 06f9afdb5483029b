package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.sensor.BlindSpan;
import dev.cordon.domain.detection.sensor.SensorFinding;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.AutomationPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells people of a log in which nothing is seen. A log that falls silent again and again is one
 * alert until somebody decides about it.
 */
@Supporting
class SensorAlerts {

    private static final Duration SAME_TROUBLE = Duration.ofDays(1);
    private static final Actor BY = AutomationPolicy.DETECTION.actor();

    private final Alerts alerts;
    private final BlindSpans spans;
    private final Ids ids;
    private final InstantSource clock;

    SensorAlerts(Alerts alerts, BlindSpans spans, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.spans = spans;
        this.ids = ids;
        this.clock = clock;
    }

    /** The alert that tells of it from now on. */
    AlertId tell(SensorFinding finding) {
        var before = undecided(finding.span());
        if (before.isPresent()) {
            grow(before.get(), finding);
            return before.get().id();
        }
        var origin = origin(finding.span());
        var there = alerts.findByOrigin(finding.span().store(), origin);
        return there.map(Alert::id).orElseGet(() -> raise(finding, origin));
    }

    /** It is over; whoever looks at the alert reads since when. It stays until somebody decides. */
    void over(SensorFinding finding) {
        find(finding.span().alert()).ifPresent(alert -> grow(alert, finding));
    }

    private AlertId raise(SensorFinding finding, AlertOrigin origin) {
        var now = clock.instant();
        var id = new AlertId(ids.next());
        alerts.save(
                Alert.raise(
                        id,
                        finding.span().store(),
                        origin,
                        finding.log().mode(),
                        finding.as(origin.reference()),
                        now,
                        now,
                        BY));
        return id;
    }

    private void grow(Alert alert, SensorFinding finding) {
        alert.grow(finding.as(alert.finding().reference()), clock.instant(), BY)
                .ifPresent(alerts::save);
    }

    private Optional<Alert> undecided(BlindSpan span) {
        return spans.latestEnded(span.source(), span.why())
                .filter(last -> isRecent(last.until(), span.from()))
                .flatMap(last -> find(last.alert()))
                .filter(alert -> alert.phase().isOpen());
    }

    private static boolean isRecent(@Nullable Instant ended, Instant from) {
        return ended != null && ended.isAfter(from.minus(SAME_TROUBLE));
    }

    private Optional<Alert> find(@Nullable AlertId id) {
        return id == null ? Optional.empty() : alerts.find(id, StoreScope.ALL);
    }

    private static AlertOrigin origin(BlindSpan span) {
        return new AlertOrigin(
                AlertOrigin.SENSOR,
                span.source().value(),
                span.why().label() + ":" + span.from().truncatedTo(ChronoUnit.SECONDS));
    }
}
