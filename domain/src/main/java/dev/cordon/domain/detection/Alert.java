package dev.cordon.domain.detection;

import dev.cordon.domain.detection.AlertEvent.AlertDismissed;
import dev.cordon.domain.detection.AlertEvent.AlertEscalated;
import dev.cordon.domain.detection.AlertEvent.AlertGrew;
import dev.cordon.domain.detection.AlertEvent.AlertMerged;
import dev.cordon.domain.detection.AlertEvent.AlertRaised;
import dev.cordon.domain.detection.AlertEvent.AlertReopened;
import dev.cordon.domain.detection.AlertEvent.AlertSuppressed;
import dev.cordon.domain.detection.AlertEvent.AlertTaken;
import dev.cordon.domain.detection.AlertEvent.AlertTakenBack;
import dev.cordon.domain.detection.AlertPhase.Closed;
import dev.cordon.domain.detection.AlertPhase.Escalated;
import dev.cordon.domain.detection.AlertPhase.Merged;
import dev.cordon.domain.detection.AlertPhase.New;
import dev.cordon.domain.detection.AlertPhase.Suppressed;
import dev.cordon.domain.detection.AlertPhase.Triaging;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.DomainEvent;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that somebody should look at. Unique by store and origin: the campaign's growth is
 * this alert's growth, never a second alert.
 *
 * @param note what whoever reported it says; null if detection found it in a log
 * @param severity a suggestion; only ever rises
 * @param detectedAt when detection saw it
 * @param receivedAt when the lines that show it came in
 * @param takenBy who finds out, or found out; null while nobody has
 */
public record Alert(
        AlertId id,
        StoreId store,
        AlertOrigin origin,
        Mode mode,
        Finding finding,
        @Nullable AlertNote note,
        AlertSeverity severity,
        Instant detectedAt,
        Instant receivedAt,
        AlertPhase phase,
        Actor.@Nullable Person takenBy,
        Version version) {

    private static final int LONGEST_REASON = 2_000;

    public static Transition<Alert> raise(
            AlertId id,
            StoreId store,
            AlertOrigin origin,
            Mode mode,
            Finding finding,
            Instant receivedAt,
            Instant at,
            Actor by) {
        return raise(id, store, origin, mode, finding, null, receivedAt, at, by);
    }

    /** As somebody or something outside reports it. */
    public static Transition<Alert> raise(
            AlertId id,
            StoreId store,
            AlertOrigin origin,
            Mode mode,
            Finding finding,
            @Nullable AlertNote note,
            Instant receivedAt,
            Instant at,
            Actor by) {
        var severity = finding.severity();
        return Transition.to(
                new Alert(
                        id,
                        store,
                        origin,
                        mode,
                        finding,
                        note,
                        severity,
                        at,
                        receivedAt,
                        new New(),
                        null,
                        Version.NEW),
                new AlertRaised(
                        id, store, finding.kind(), severity, finding.addresses().size(), at, by));
    }

    /** When the campaign began, in the log's time. */
    public Instant occurredAt() {
        return finding.startedAt();
    }

    public AlertStatus status() {
        return phase.status();
    }

    /** What it calls itself; null where its kind and the number of addresses say what it is. */
    public @Nullable String title() {
        if (note != null) {
            return note.title();
        }
        boolean told = finding.kind() != AttackKind.OTHER && finding.addressCount() > 0;
        return told ? null : finding.verdict().title();
    }

    /**
     * The campaign went on. Takes what is new and takes nothing back; empty when there is nothing
     * new. A closed alert stays closed unless the campaign got worse than it was at closing.
     */
    public Optional<Transition<Alert>> grow(Finding seen, Instant at, Actor by) {
        return grow(seen, note, at, by);
    }

    /** The same as told from outside, whose latest words hold. */
    public Optional<Transition<Alert>> grow(
            Finding seen, @Nullable AlertNote said, Instant at, Actor by) {
        var grown = finding.joined(seen);
        if (grown.equals(finding) && Objects.equals(said, note)) {
            return Optional.empty();
        }
        var now = grown.severity().isWorseThan(severity) ? grown.severity() : severity;
        var worse = now.isWorseThan(severity);
        var reopened = worse && phase instanceof Closed;
        var events = new ArrayList<DomainEvent>();
        events.add(
                new AlertGrew(
                        id,
                        store,
                        grown.kind(),
                        now,
                        grown.addresses().size(),
                        grown.successes(),
                        at,
                        by));
        if (reopened) {
            events.add(new AlertReopened(id, store, now, at, by));
        }
        var next = reopened ? new New() : phase;
        return Optional.of(
                new Transition<>(with(grown, said, now, next, reopened ? null : takenBy), events));
    }

    /** A person finds out what it is; also takes over from whoever has it. */
    public Transition<Alert> take(Actor.Person by, Instant at) {
        requireOpen("be taken");
        if (by.equals(takenBy)) {
            throw new IllegalTransition(name(), "taken", "be taken twice by the same person");
        }
        return Transition.to(with(new Triaging(at), by), new AlertTaken(id, store, at, by));
    }

    /** It is part of another alert of the same store, which is itself no part of a third one. */
    public Transition<Alert> merge(Alert into, Actor by, Instant at) {
        requireOpen("be merged");
        if (into.id().equals(id) || !into.store().equals(store)) {
            throw new IllegalArgumentException("an alert merges into another one of its store");
        }
        if (into.phase() instanceof Merged) {
            throw new IllegalTransition(into.name(), into.status().name(), "take in others");
        }
        return Transition.to(
                with(new Merged(into.id(), by, at), takenBy),
                new AlertMerged(id, store, into.id(), at, by));
    }

    /** It became that incident. */
    public Transition<Alert> escalate(UUID incident, Actor by, Instant at) {
        requireOpen("be escalated");
        return Transition.to(
                with(new Escalated(incident, by, at), takenBy),
                new AlertEscalated(id, store, incident, at, by));
    }

    /** It became an incident by mistake: whoever had it before has it again. */
    public Transition<Alert> deescalate(Actor by, Instant at) {
        if (!(phase instanceof Escalated)) {
            throw new IllegalTransition(name(), status().name(), "be taken out of an incident");
        }
        return reopened(takenBy, by, at);
    }

    /** It needs nothing more, and the reason says why. */
    public Transition<Alert> dismiss(
            AlertResolution resolution, String reason, Actor.Person by, Instant at) {
        requireOpen("be dismissed");
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw new IllegalArgumentException(
                    "a dismissal says why, in at most " + LONGEST_REASON + " characters");
        }
        return Transition.to(
                with(new Closed(resolution, reason, by, at), takenBy),
                new AlertDismissed(id, store, resolution, reason, at, by));
    }

    /** Nobody is asked to look, for the suppression covers it. */
    public Transition<Alert> suppress(Suppression under, Actor by, Instant at) {
        requireOpen("be suppressed");
        if (!under.covers(this, at)) {
            throw new IllegalArgumentException("a suppression holds for what it covers");
        }
        return Transition.to(
                with(new Suppressed(under.id(), by, at), takenBy),
                new AlertSuppressed(id, store, finding.kind(), severity, under.id(), at, by));
    }

    /** What suppressed it no longer covers it: somebody has to look. */
    public Transition<Alert> resurface(Actor by, Instant at) {
        if (!(phase instanceof Suppressed)) {
            throw new IllegalTransition(name(), status().name(), "come up again");
        }
        return Transition.to(with(new New(), null), new AlertReopened(id, store, severity, at, by));
    }

    /**
     * Takes back that it was taken, merged, closed or suppressed: it is open again.
     *
     * @param holder who has it now; null for nobody
     */
    public Transition<Alert> takeBack(Actor.@Nullable Person holder, Actor.Person by, Instant at) {
        if (phase instanceof New || phase instanceof Escalated) {
            throw new IllegalTransition(name(), status().name(), "be taken back");
        }
        return reopened(holder, by, at);
    }

    private Transition<Alert> reopened(Actor.@Nullable Person holder, Actor by, Instant at) {
        var next = holder == null ? new New() : new Triaging(at);
        return Transition.to(
                with(next, holder), new AlertTakenBack(id, store, status(), next.status(), at, by));
    }

    private Alert with(AlertPhase phase, Actor.@Nullable Person takenBy) {
        return with(finding, note, severity, phase, takenBy);
    }

    private Alert with(
            Finding finding,
            @Nullable AlertNote note,
            AlertSeverity severity,
            AlertPhase phase,
            Actor.@Nullable Person takenBy) {
        return new Alert(
                id,
                store,
                origin,
                mode,
                finding,
                note,
                severity,
                detectedAt,
                receivedAt,
                phase,
                takenBy,
                version);
    }

    private void requireOpen(String verb) {
        if (!phase.isOpen()) {
            throw new IllegalTransition(name(), status().name(), verb);
        }
    }

    private String name() {
        return "alert " + id;
    }
}
