package dev.cordon.infra.persistence.incident;

import dev.cordon.domain.incident.Severity;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.incident.SeverityAssessment.Override;
import dev.cordon.domain.incident.SeverityAssessment.Reason;
import dev.cordon.domain.incident.SeverityInputs;
import dev.cordon.domain.kernel.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A severity with everything that explains it, a column each, for auditors to read. */
@Embeddable
record AssessmentColumns(
        @Column(name = "severity_matrix") String matrix,
        @Column(name = "input_surface") @Enumerated(EnumType.STRING) SeverityInputs.Surface surface,
        @Column(name = "input_impact") @Enumerated(EnumType.STRING) SeverityInputs.Impact impact,
        @Column(name = "input_data") @Enumerated(EnumType.STRING) SeverityInputs.DataClass data,
        @Column(name = "input_spread") @Enumerated(EnumType.STRING) SeverityInputs.Spread spread,
        @Column(name = "input_attacker_active") @Enumerated(EnumType.STRING)
                SeverityInputs.Answer attackerActive,
        @Column(name = "input_people") int people,
        @Column(name = "severity_computed") @Enumerated(EnumType.STRING) Severity computed,
        @Column(name = "severity_reasons") String reasons,
        @Column(name = "override_severity") @Enumerated(EnumType.STRING) @Nullable Severity decided,
        @Column(name = "override_reason") @Nullable String decidedBecause,
        @Column(name = "override_by") @Nullable String decidedBy,
        @Column(name = "override_at") @Nullable Instant decidedAt) {

    static AssessmentColumns of(SeverityAssessment assessment) {
        var inputs = assessment.inputs();
        var override = assessment.override();
        return new AssessmentColumns(
                assessment.matrix(),
                inputs.surface(),
                inputs.impact(),
                inputs.data(),
                inputs.spread(),
                inputs.attackerActive(),
                inputs.peopleAffected(),
                assessment.computed(),
                assessment.reasons().stream().map(Reason::name).collect(Collectors.joining(",")),
                override == null ? null : override.severity(),
                override == null ? null : override.reason(),
                override == null ? null : override.by().reference(),
                override == null ? null : override.at());
    }

    SeverityAssessment toDomain() {
        return new SeverityAssessment(
                matrix,
                new SeverityInputs(surface, impact, data, spread, attackerActive, people),
                computed,
                Arrays.stream(reasons.split(","))
                        .filter(reason -> !reason.isEmpty())
                        .map(Reason::valueOf)
                        .toList(),
                override());
    }

    private @Nullable Override override() {
        if (decided == null || decidedBecause == null || decidedBy == null || decidedAt == null) {
            return null;
        }
        return new Override(decided, decidedBecause, Actor.of(decidedBy), decidedAt);
    }
}
