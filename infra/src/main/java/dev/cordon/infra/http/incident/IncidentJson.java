package dev.cordon.infra.http.incident;

import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentTimes;
import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.incident.SeverityInputs;
import dev.cordon.domain.incident.Stage;
import dev.cordon.domain.kernel.Actor;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.infra.http.ETags;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An incident as sent.
 *
 * @param next the stages that may come next
 * @param etag to send back as {@code If-Match}
 */
record IncidentJson(
        UUID id,
        UUID store,
        String reference,
        String codename,
        String title,
        Mode mode,
        Stage stage,
        Set<Stage> next,
        Severity severity,
        int sev,
        AssessmentJson assessment,
        IncidentTimes times,
        @Nullable String acknowledgedBy,
        @Nullable String commander,
        String etag) {

    /** Why the severity is what it is. */
    record AssessmentJson(
            String matrix,
            SeverityInputs inputs,
            Severity computed,
            List<SeverityAssessment.Reason> reasons,
            @Nullable OverrideJson override) {

        static AssessmentJson of(SeverityAssessment assessment) {
            var override = assessment.override();
            return new AssessmentJson(
                    assessment.matrix(),
                    assessment.inputs(),
                    assessment.computed(),
                    assessment.reasons(),
                    override == null
                            ? null
                            : new OverrideJson(
                                    override.severity(),
                                    override.reason(),
                                    override.by().name(),
                                    override.at()));
        }
    }

    /** A person's decision against the matrix. */
    record OverrideJson(Severity severity, String reason, String by, Instant at) {}

    static IncidentJson of(Incident incident) {
        return new IncidentJson(
                incident.id().value(),
                incident.store().value(),
                incident.reference().value(),
                incident.codename(),
                incident.title(),
                incident.mode(),
                incident.stage(),
                incident.stage().next(),
                incident.severity().severity(),
                incident.severity().severity().sev(),
                AssessmentJson.of(incident.severity()),
                incident.times(),
                name(incident.acknowledgedBy()),
                name(incident.commander()),
                ETags.of(incident.version()));
    }

    private static @Nullable String name(Actor.@Nullable Person person) {
        return person == null ? null : person.name();
    }
}
