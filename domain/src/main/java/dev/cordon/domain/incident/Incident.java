package dev.cordon.domain.incident;

import dev.cordon.domain.incident.IncidentEvent.AwarenessDeclared;
import dev.cordon.domain.incident.IncidentEvent.CommandTaken;
import dev.cordon.domain.incident.IncidentEvent.IncidentAcknowledged;
import dev.cordon.domain.incident.IncidentEvent.IncidentDeclared;
import dev.cordon.domain.incident.IncidentEvent.IncidentWithdrawn;
import dev.cordon.domain.incident.IncidentEvent.SeverityAssessed;
import dev.cordon.domain.incident.IncidentEvent.StageChanged;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.kernel.Transition;
import dev.cordon.domain.kernel.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A security incident of one store, from triage to closing.
 *
 * @param codename what people say aloud
 * @param acknowledgedBy the responder who answered first
 * @param commander who decides; null until somebody takes command
 */
public record Incident(
        IncidentId id,
        StoreId store,
        Reference reference,
        String codename,
        String title,
        Mode mode,
        Stage stage,
        SeverityAssessment severity,
        IncidentTimes times,
        Actor.@Nullable Person acknowledgedBy,
        Actor.@Nullable Person commander,
        Version version) {

    public static Transition<Incident> declare(
            IncidentId id,
            StoreId store,
            Reference reference,
            String codename,
            String title,
            Mode mode,
            SeverityAssessment severity,
            IncidentTimes times,
            Actor by) {
        var incident =
                new Incident(
                        id,
                        store,
                        reference,
                        codename,
                        title,
                        mode,
                        Stage.TRIAGE,
                        severity,
                        times,
                        null,
                        null,
                        Version.NEW);
        return Transition.to(
                incident,
                new IncidentDeclared(id, reference, severity.severity(), times.declared(), by));
    }

    /** A responder answers: the incident is being worked on. */
    public Transition<Incident> acknowledge(Actor.Person by, Instant at) {
        if (times.acknowledged() != null || stage != Stage.TRIAGE) {
            throw refused("be acknowledged");
        }
        return Transition.to(
                with(Stage.ACTIVE, severity, times.acknowledgedAt(at), by, commander),
                new IncidentAcknowledged(id, at, by));
    }

    public Transition<Incident> takeCommand(Actor.Person by, Instant at) {
        requireOpen("be commanded");
        return Transition.to(
                with(stage, severity, times, acknowledgedBy, by), new CommandTaken(id, at, by));
    }

    /** Moves on to a following stage of the work; the message says what makes it so. */
    public Transition<Incident> moveTo(Stage to, String message, Actor by, Instant at) {
        if (to.isOver()) {
            throw refused("be moved to " + to + ": it is ended by who commands");
        }
        return stageTo(to, message, by, at);
    }

    /** Ends it, closed or declined; the message says why nothing is left to do. */
    public Transition<Incident> end(Stage to, String message, Actor.Person by, Instant at) {
        if (!to.isOver()) {
            throw refused("end as " + to);
        }
        return stageTo(to, message, by, at);
    }

    /** It was opened by mistake and nothing was done in it: it ends as if it were declined. */
    public Transition<Incident> withdraw(Actor.Person by, Instant at) {
        if (stage != Stage.TRIAGE || times.acknowledged() != null || commander != null) {
            throw refused("be withdrawn");
        }
        return Transition.to(
                with(
                        Stage.DECLINED,
                        severity,
                        times.reached(Stage.DECLINED, at),
                        acknowledgedBy,
                        commander),
                new IncidentWithdrawn(id, at, by));
    }

    private Transition<Incident> stageTo(Stage to, String message, Actor by, Instant at) {
        if (!stage.next().contains(to)) {
            throw refused("become " + to);
        }
        requireReason(message);
        return Transition.to(
                with(to, severity, times.reached(to, at), acknowledgedBy, commander),
                new StageChanged(id, stage, to, message, at, by));
    }

    /** Computes the severity anew from what is known now. An override stays until it is lifted. */
    public Transition<Incident> reassess(
            SeverityInputs inputs, String reason, Actor by, Instant at) {
        requireOpen("be assessed");
        var computed = SeverityMatrix.assess(inputs);
        var override = severity.override();
        var next =
                override == null
                        ? computed
                        : computed.overridden(
                                override.severity(),
                                override.reason(),
                                override.by(),
                                override.at());
        return assessed(next, reason, by, at);
    }

    /** A person decides against the matrix and says why. */
    public Transition<Incident> overrideSeverity(
            Severity decided, String reason, Actor.Person by, Instant at) {
        requireOpen("be assessed");
        requireReason(reason);
        return assessed(severity.overridden(decided, reason, by, at), reason, by, at);
    }

    /**
     * Says from when it was reasonably certain that personal data is affected: from then on the
     * legal clocks run. Set once; it cannot lie in the future.
     */
    public Transition<Incident> declareAwareness(
            Instant aware, String reason, Actor.Person by, Instant at) {
        requireOpen("start its legal clocks");
        requireReason(reason);
        if (times.aware() != null) {
            throw new IllegalTransition(reference.value(), "aware", "become aware again");
        }
        if (aware.isAfter(at)) {
            throw new IllegalArgumentException("nobody is aware of something in the future");
        }
        return Transition.to(
                with(stage, severity, times.awareAt(aware), acknowledgedBy, commander),
                new AwarenessDeclared(id, aware, reason, at, by));
    }

    public boolean isOpen() {
        return !stage.isOver();
    }

    private Transition<Incident> assessed(
            SeverityAssessment next, String reason, Actor by, Instant at) {
        return Transition.to(
                with(stage, next, times, acknowledgedBy, commander),
                new SeverityAssessed(id, severity.severity(), next.severity(), reason, at, by));
    }

    private Incident with(
            Stage stage,
            SeverityAssessment severity,
            IncidentTimes times,
            Actor.@Nullable Person acknowledgedBy,
            Actor.@Nullable Person commander) {
        return new Incident(
                id,
                store,
                reference,
                codename,
                title,
                mode,
                stage,
                severity,
                times,
                acknowledgedBy,
                commander,
                version);
    }

    private void requireOpen(String verb) {
        if (!isOpen()) {
            throw refused(verb);
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a decision says why");
        }
    }

    private IllegalTransition refused(String verb) {
        return new IllegalTransition(reference.value(), stage.name(), verb);
    }
}
