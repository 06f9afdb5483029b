package dev.cordon.application.detection;

import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.AlertNote;
import dev.cordon.domain.detection.AlertOrigin;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StaleVersion;
import dev.cordon.domain.kernel.StoreId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what is reported from outside an alert, or the growth of the one that is there. */
@Supporting
class Reports {

    /** Whoever comes second, to raise or to triage, reads again. */
    private static final int TRIES = 5;

    private final Alerts alerts;
    private final Silence silence;
    private final UnitOfWork work;
    private final Ids ids;
    private final InstantSource clock;

    Reports(Alerts alerts, Silence silence, UnitOfWork work, Ids ids, InstantSource clock) {
        this.alerts = alerts;
        this.silence = silence;
        this.work = work;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Stores it; reporting the same again changes nothing.
     *
     * @param startedAt when it began; if null, now, or when the alert that is there began
     * @param finding what is told, for that beginning
     */
    Reported store(
            StoreId store,
            AlertOrigin origin,
            @Nullable Instant startedAt,
            Function<Instant, Finding> finding,
            AlertNote note,
            Actor by) {
        return retried(() -> once(store, origin, startedAt, finding, note, by));
    }

    /** Runs it in a transaction, once more where somebody else was first. */
    Reported retried(Supplier<Reported> once) {
        for (int tried = 1; ; tried++) {
            try {
                return work.commit(once);
            } catch (StaleVersion stale) {
                if (tried == TRIES) {
                    throw stale;
                }
            }
        }
    }

    /** The same within a transaction that is there already. */
    Reported once(
            StoreId store,
            AlertOrigin origin,
            @Nullable Instant startedAt,
            Function<Instant, Finding> finding,
            AlertNote note,
            Actor by) {
        var now = clock.instant();
        var there = alerts.findByOrigin(store, origin);
        var began = startedAt == null ? there.map(Alert::occurredAt).orElse(now) : startedAt;
        var told = finding.apply(began);
        if (there.isPresent()) {
            return grow(there.get(), told, note, by);
        }
        var id = new AlertId(ids.next());
        var raised = Alert.raise(id, store, origin, Mode.LIVE, told, note, now, now, by);
        alerts.save(silence.raised(raised, now, by));
        return new Reported(id, true);
    }

    /** Adds to an alert that is there, within a transaction; its latest words hold. */
    Reported grow(Alert there, Finding told, AlertNote note, Actor by) {
        var now = clock.instant();
        there.grow(told, note, now, by)
                .ifPresent(grown -> alerts.save(silence.grown(grown, now, by)));
        return new Reported(there.id(), false);
    }
}
