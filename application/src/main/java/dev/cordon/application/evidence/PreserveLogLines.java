package dev.cordon.application.evidence;

import dev.cordon.application.detection.AlertLines;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.MatchedLines;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.evidence.Acquisition;
import dev.cordon.domain.evidence.Coverage;
import dev.cordon.domain.evidence.EvidenceId;
import dev.cordon.domain.evidence.EvidenceKind;
import dev.cordon.domain.evidence.Intake;
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Preserves the log lines behind an alert: cut out of the spool, where secrets were blotted out on
 * arrival, hashed while they stream, under custody from the first moment.
 */
@StreamingUseCase
public class PreserveLogLines {

    /**
     * @param purpose why they are preserved
     */
    public record Command(IncidentId incident, AlertId alert, String purpose) {
        public Command {
            purpose = Purposes.required(purpose);
        }
    }

    private final LogSources sources;
    private final LogSpool spool;
    private final MatchedLines matched;
    private final DetectionSettings settings;
    private final EvidenceVault vault;
    private final Collecting collecting;
    private final Turns turns;
    private final Caller caller;
    private final InstantSource clock;

    PreserveLogLines(
            LogSources sources,
            LogSpool spool,
            MatchedLines matched,
            DetectionSettings settings,
            EvidenceVault vault,
            Collecting collecting,
            Turns turns,
            Caller caller,
            InstantSource clock) {
        this.sources = sources;
        this.spool = spool;
        this.matched = matched;
        this.settings = settings;
        this.vault = vault;
        this.collecting = collecting;
        this.turns = turns;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @return an item for each log that shows the attack
     * @throws IOException if the spool cannot be read or the vault cannot store: of the log that
     *     was read then nothing was kept
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public List<EvidenceId> preserve(Command command) throws IOException {
        var incident = collecting.incident(command.incident(), caller.scope());
        var alert = collecting.alertOf(incident, command.alert());
        var items = new ArrayList<EvidenceId>();
        for (var source : logsOf(alert)) {
            turns.collecting(incident.id(), () -> preserve(command, incident, alert, source))
                    .ifPresent(items::add);
        }
        if (items.isEmpty()) {
            throw new NotFound("what the logs of alert " + alert.id() + " said then");
        }
        return items;
    }

    private List<LogSource> logsOf(Alert alert) {
        var names = alert.finding().sources();
        return sources.all(new StoreScope.Only(Set.of(alert.store()))).stream()
                .filter(source -> names.contains(source.id().value()))
                .toList();
    }

    private Optional<EvidenceId> preserve(
            Command command, Incident incident, Alert alert, LogSource source) throws IOException {
        var at = clock.instant();
        try (var lines = AlertLines.of(matched, spool, source, alert, settings, at)) {
            var stored = vault.store(incident.id(), lines, CollectEvidence.LIMIT);
            if (lines.lines() == 0) {
                return Optional.empty();
            }
            return Optional.of(
                    collecting.record(
                            collecting.next(),
                            incident,
                            stored,
                            EvidenceKind.LOG_LINES,
                            title(alert, lines.lines()),
                            source.id().value() + ".log",
                            Intake.AS_IT_CAME,
                            acquisition(alert, source.id(), at),
                            command.purpose()));
        }
    }

    private static String title(Alert alert, long lines) {
        return "%d log lines behind the alert of %s".formatted(lines, alert.occurredAt());
    }

    private Acquisition acquisition(Alert alert, SourceId source, Instant at) {
        var finding = alert.finding();
        return Acquisition.now(
                caller.actor(),
                at,
                "log lines behind an alert, secrets blotted out on arrival",
                Collecting.TOOL,
                "log source " + source.value(),
                finding.startedAt(),
                finding.lastSeenAt(),
                Coverage.of(new Subject.ExcerptOf(source.value())));
    }
}
