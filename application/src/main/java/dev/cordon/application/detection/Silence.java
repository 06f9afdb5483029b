package dev.cordon.application.detection;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertPhase.Suppressed;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.kernel.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Files what is raised under the suppression that covers it, and brings it back when none does. */
@Supporting
class Silence {

    private final Suppressions suppressions;

    Silence(Suppressions suppressions) {
        this.suppressions = suppressions;
    }

    /** The alert as it is to be stored: announced as suppressed instead of as raised, if it is. */
    Transition<Alert> raised(Transition<Alert> raised, Instant at, Actor by) {
        var alert = raised.state();
        for (var each : suppressions.inForce(alert.store(), at)) {
            if (each.covers(alert, at)) {
                suppressions.hit(each.id(), alert.id(), at);
                return alert.suppress(each, by, at);
            }
        }
        return raised;
    }

    /** The alert that grew: it comes up again where what suppressed it does not cover it now. */
    Transition<Alert> grown(Transition<Alert> grown, Instant at, Actor by) {
        var alert = grown.state();
        if (!(alert.phase() instanceof Suppressed suppressed)
                || isStillCovered(suppressed, alert, at)) {
            return grown;
        }
        var back = alert.resurface(by, at);
        List<DomainEvent> all = new ArrayList<>(grown.events());
        all.addAll(back.events());
        return new Transition<>(back.state(), all);
    }

    private boolean isStillCovered(Suppressed suppressed, Alert alert, Instant at) {
        return suppressions
                .find(suppressed.under(), StoreScope.ALL)
                .filter(each -> each.covers(alert, at))
                .isPresent();
    }
}
