package dev.cordon.domain.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The times of an incident, kept apart because each means something else; all in UTC, null until
 * they are known.
 *
 * @param occurred when the attack began
 * @param detected when Cordon saw it
 * @param declared when it became an incident
 * @param acknowledged when a responder answered
 * @param aware when it was reasonably certain that personal data is affected (GDPR Article 33; EDPB
 *     Guidelines 9/2022, paragraph 31)
 */
public record IncidentTimes(
        Instant occurred,
        Instant detected,
        Instant declared,
        @Nullable Instant acknowledged,
        @Nullable Instant aware,
        @Nullable Instant contained,
        @Nullable Instant eradicated,
        @Nullable Instant recovered,
        @Nullable Instant closed) {

    public static IncidentTimes declared(Instant occurred, Instant detected, Instant declared) {
        return new IncidentTimes(occurred, detected, declared, null, null, null, null, null, null);
    }

    IncidentTimes acknowledgedAt(Instant at) {
        return new IncidentTimes(
                occurred, detected, declared, at, aware, contained, eradicated, recovered, closed);
    }

    IncidentTimes awareAt(Instant at) {
        return new IncidentTimes(
                occurred,
                detected,
                declared,
                acknowledged,
                at,
                contained,
                eradicated,
                recovered,
                closed);
    }

    /** Notes when a stage was first reached; a time once set stays. */
    IncidentTimes reached(Stage stage, Instant at) {
        return new IncidentTimes(
                occurred,
                detected,
                declared,
                acknowledged,
                aware,
                contained == null && stage == Stage.CONTAINED ? at : contained,
                eradicated == null && stage == Stage.ERADICATED ? at : eradicated,
                recovered == null && stage == Stage.REVIEW ? at : recovered,
                closed == null && stage.isOver() ? at : closed);
    }
}
