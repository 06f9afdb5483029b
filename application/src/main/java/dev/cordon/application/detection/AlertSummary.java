package dev.cordon.application.detection;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert as a line of a list.
 *
 * @param sourceType what kind of thing saw it, as in its origin
 * @param title what it calls itself; null where kind and addresses say what it is
 * @param addresses how many addresses attacked
 * @param successes how often one of them got through
 * @param startedAt when it began, in the log's time
 * @param lastSeenAt when it was last seen, in the log's time
 */
public record AlertSummary(
        AlertId id,
        StoreId store,
        String sourceType,
        AttackKind kind,
        @Nullable String title,
        AlertSeverity severity,
        AlertStatus status,
        Actor.@Nullable Person takenBy,
        int addresses,
        int successes,
        Instant startedAt,
        Instant lastSeenAt,
        Instant detectedAt,
        Version version) {

    public static AlertSummary of(Alert alert) {
        var finding = alert.finding();
        return new AlertSummary(
                alert.id(),
                alert.store(),
                alert.origin().sourceType(),
                finding.kind(),
                alert.title(),
                alert.severity(),
                alert.status(),
                alert.takenBy(),
                finding.addressCount(),
                finding.successes(),
                finding.startedAt(),
                finding.lastSeenAt(),
                alert.detectedAt(),
                alert.version());
    }
}
