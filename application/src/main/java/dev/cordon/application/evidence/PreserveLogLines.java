package dev.cordon.application.evidence;

import dev.cordon.application.detection.CampaignLines;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Preserves the log lines behind an alert: cut out of the spool, where secrets were blotted out on
 * arrival, hashed while they stream, under custody from the first moment.
 */
@StreamingUseCase
public class PreserveLogLines {

    public record Command(IncidentId incident, AlertId alert, String purpose) {}

    private final LogSpool spool;
    private final DetectionSettings settings;
    private final EvidenceVault vault;
    private final Collecting collecting;
    private final Caller caller;
    private final InstantSource clock;

    PreserveLogLines(
            LogSpool spool,
            DetectionSettings settings,
            EvidenceVault vault,
            Collecting collecting,
            Caller caller,
            InstantSource clock) {
        this.spool = spool;
        this.settings = settings;
        this.vault = vault;
        this.collecting = collecting;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IOException if the spool cannot be read or the vault cannot store: nothing was kept
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public EvidenceId preserve(Command command) throws IOException {
        var scope = caller.scope();
        var incident = collecting.incident(command.incident(), scope);
        var alert = alert(incident, command.alert());
        var source = new SourceId(alert.origin().source());
        var at = clock.instant();
        try (var lines = CampaignLines.of(spool, source, alert.finding(), settings, at)) {
            var stored = vault.store(lines, CollectEvidence.LIMIT);
            if (lines.lines() == 0) {
                throw new NotFound("what " + source.value() + " wrote then");
            }
            return collecting.record(
                    incident,
                    stored,
                    title(alert, lines.lines()),
                    source.value() + ".log",
                    acquisition(alert, source, at),
                    command.purpose());
        }
    }

    /** Only an alert that became this incident speaks of it. */
    private Alert alert(Incident incident, AlertId id) {
        return collecting.alertsOf(incident).stream()
                .filter(alert -> alert.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("alert " + id));
    }

    private static String title(Alert alert, long lines) {
        return "%d log lines behind the alert of %s".formatted(lines, alert.occurredAt());
    }

    private Acquisition acquisition(Alert alert, SourceId source, Instant at) {
        var finding = alert.finding();
        return new Acquisition(
                caller.actor(),
                at,
                "log lines behind an alert, secrets blotted out on arrival",
                Collecting.TOOL,
                "log source " + source.value(),
                finding.startedAt(),
                finding.lastSeenAt());
    }
}
