package dev.cordon.application.incident;

import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.incident.FindingSeverity;
import dev.cordon.domain.incident.SeverityAssessment;
import dev.cordon.domain.incident.SeverityMatrix;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** How severe an incident of several alerts is: as severe as the worst of them. */
final class Assessing {

    private Assessing() {}

    /** Where two are as bad, the first one's reasons are given. */
    static SeverityAssessment worst(List<Alert> alerts, Instant now) {
        return alerts.stream()
                .map(alert -> SeverityMatrix.assess(FindingSeverity.inputsOf(alert.finding(), now)))
                .max(Comparator.comparing(SeverityAssessment::severity))
                .orElseThrow();
    }
}
