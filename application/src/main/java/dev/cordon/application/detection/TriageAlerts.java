package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertResolution;
import dev.cordon.domain.detection.AlertStatus;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides the same about several alerts. Each is decided for itself: one that somebody decided
 * about since is passed over, and the others are not held up by it.
 */
@StreamingUseCase
public class TriageAlerts {

    /** No more at once. */
    public static final int MOST = 200;

    /** An attack that goes on writes too; whoever comes second reads again. */
    private static final int TRIES = 5;

    /** An alert as the person saw it; its growth since is no obstacle. */
    public record Seen(AlertId alert, AlertStatus status, Actor.@Nullable Person takenBy) {}

    /** What is decided. */
    public sealed interface Decision {

        /** The caller finds out. */
        record Take() implements Decision {}

        /** They need nothing more. */
        record Dismiss(AlertResolution resolution, String reason) implements Decision {}

        /** They belong to that alert; where it is one of them, it stays as it is. */
        record Merge(AlertId into) implements Decision {}
    }

    public record Command(List<Seen> alerts, Decision decision) {}

    /**
     * @param decided what {@link UndoAlerts} takes, to undo all of it
     * @param passedOver how many were left as they are, because somebody decided since or it could
     *     not be decided about them
     */
    public record Outcome(List<UndoTriage.Command> decided, int passedOver) {}

    private final Alerts alerts;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    TriageAlerts(Alerts alerts, UnitOfWork work, Caller caller, InstantSource clock) {
        this.alerts = alerts;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException if there are more than {@link #MOST}, or a dismissal says no
     *     reason
     */
    @Requires(Permission.ALERT_TRIAGE)
    public Outcome decide(Command command) {
        if (command.alerts().size() > MOST) {
            throw new IllegalArgumentException("at most " + MOST + " alerts are decided at once");
        }
        var wanted =
                command.alerts().stream()
                        .filter(seen -> !isTarget(seen, command.decision()))
                        .toList();
        var decided = new ArrayList<UndoTriage.Command>();
        for (var seen : wanted) {
            insist(seen, command.decision()).ifPresent(decided::add);
        }
        return new Outcome(List.copyOf(decided), wanted.size() - decided.size());
    }

    private static boolean isTarget(Seen seen, Decision decision) {
        return decision instanceof Decision.Merge(var into) && into.equals(seen.alert());
    }

    private Optional<UndoTriage.Command> insist(Seen seen, Decision decision) {
        for (int tried = 1; tried <= TRIES; tried++) {
            try {
                return work.commit(() -> once(seen, decision));
            } catch (StaleVersion stale) {
                continue;
            }
        }
        return Optional.empty();
    }

    private Optional<UndoTriage.Command> once(Seen seen, Decision decision) {
        var alert = alerts.get(seen.alert(), caller.scope());
        if (!alert.phase().isOpen()
                || alert.status() != seen.status()
                || !Objects.equals(alert.takenBy(), seen.takenBy())) {
            return Optional.empty();
        }
        var change = change(alert, decision);
        change.ifPresent(alerts::save);
        return change.map(
                made -> new UndoTriage.Command(alert.id(), made.state().phase(), alert.takenBy()));
    }

    /** Empty where it cannot be decided about that one. */
    private Optional<Transition<Alert>> change(Alert alert, Decision decision) {
        var now = clock.instant();
        var by = caller.person();
        return switch (decision) {
            case Decision.Take _ ->
                    by.equals(alert.takenBy())
                            ? Optional.empty()
                            : Optional.of(alert.take(by, now));
            case Decision.Dismiss(var resolution, var reason) ->
                    Optional.of(alert.dismiss(resolution, reason, by, now));
            case Decision.Merge(var id) -> {
                var into = alerts.get(id, caller.scope());
                yield into.store().equals(alert.store())
                        ? Optional.of(alert.merge(into, by, now))
                        : Optional.empty();
            }
        };
    }
}
