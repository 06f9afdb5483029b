package dev.cordon.application.evidence;

import dev.cordon.application.detection.AlertLines;
import dev.cordon.application.detection.LogSources;
import dev.cordon.application.detection.LogSpool;
import dev.cordon.application.detection.MatchedLines;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Denied;
import dev.cordon.application.kernel.Progress;
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
import dev.cordon.domain.evidence.Subject;
import dev.cordon.domain.incident.Incident;
import dev.cordon.domain.incident.IncidentId;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Preserves the log lines behind an alert: cut out of the spool, where secrets were blotted out on
 * arrival, and looked through for card numbers like all that is taken in.
 */
@StreamingUseCase
public class PreserveLogLines {

    /**
     * @param because why card numbers may stay in what cannot be blotted out; null if they may not
     * @param progress told of the bytes of the logs while they are searched
     */
    public record Command(
            IncidentId incident,
            AlertId alert,
            String purpose,
            @Nullable String because,
            Progress progress) {
        public Command {
            purpose = Purposes.required(purpose);
            because = because == null || because.isBlank() ? null : Purposes.required(because);
        }

        public Command(
                IncidentId incident, AlertId alert, String purpose, @Nullable String because) {
            this(incident, alert, purpose, because, Progress.UNWATCHED);
        }
    }

    private final LogSources sources;
    private final LogSpool spool;
    private final MatchedLines matched;
    private final DetectionSettings settings;
    private final TakingIn taking;
    private final Collecting collecting;
    private final Caller caller;
    private final InstantSource clock;

    PreserveLogLines(
            LogSources sources,
            LogSpool spool,
            MatchedLines matched,
            DetectionSettings settings,
            TakingIn taking,
            Collecting collecting,
            Caller caller,
            InstantSource clock) {
        this.sources = sources;
        this.spool = spool;
        this.matched = matched;
        this.settings = settings;
        this.taking = taking;
        this.collecting = collecting;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @return an item for each log that shows the attack
     * @throws Denied if card numbers may stay in and the caller may not allow that
     * @throws CardsInside if a log holds card numbers that cannot be blotted out; those before it
     *     are items
     * @throws IOException if the spool cannot be read or the vault cannot store: of the log that
     *     was read then nothing was kept
     */
    @Requires(Permission.EVIDENCE_COLLECT)
    public List<EvidenceId> preserve(Command command) throws IOException {
        LeavingCards.requireMay(caller, command.because(), PreserveLogLines.class);
        var incident = collecting.incident(command.incident(), caller.scope());
        var alert = collecting.alertOf(incident, command.alert());
        var items = new ArrayList<EvidenceId>();
        var logs = kept(logsOf(alert));
        var search = new Search(logs, command.progress());
        for (var log : logs) {
            preserve(command, incident, alert, log, search).ifPresent(items::add);
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

    /** A log, and how many bytes of it the spool keeps. */
    private record Log(LogSource source, long length) {}

    /** How far the search through one log after the other is. */
    private static final class Search {

        private final Progress progress;
        private final long total;
        private long before;

        Search(List<Log> logs, Progress progress) {
            this.progress = progress;
            this.total = logs.stream().mapToLong(Log::length).sum();
        }

        /** What came in since counts for nothing. */
        void reached(Log log, long searched) {
            progress.reached(before + Math.min(searched, log.length()), total);
        }

        void ended(Log log) {
            before += log.length();
            progress.reached(before, total);
        }
    }

    private List<Log> kept(List<LogSource> sources) throws IOException {
        var kept = new ArrayList<Log>();
        for (var source : sources) {
            kept.add(new Log(source, spool.kept(source.id()).length()));
        }
        return kept;
    }

    private Optional<EvidenceId> preserve(
            Command command, Incident incident, Alert alert, Log log, Search search)
            throws IOException {
        var at = clock.instant();
        var source = log.source();
        try (var lines = AlertLines.of(matched, spool, source, alert, settings, at)) {
            lines.watchedBy(searched -> search.reached(log, searched));
            var content = new PushbackInputStream(lines);
            int first = content.read();
            if (first < 0) {
                search.ended(log);
                return Optional.empty();
            }
            content.unread(first);
            var name = source.id().value() + ".log";
            var kept =
                    taking.keep(
                            incident, EvidenceKind.LOG_LINES, name, content, -1, command.because());
            search.ended(log);
            var facts =
                    CollectEvidence.Command.file(
                                    incident.id(),
                                    title(alert, lines.lines()),
                                    name,
                                    from(source.id()),
                                    command.purpose())
                            .of(EvidenceKind.LOG_LINES);
            var acquired = acquisition(alert, source.id(), at);
            return Optional.of(taking.record(collecting.next(), facts, acquired, kept));
        }
    }

    private static String from(SourceId source) {
        return "log source " + source.value();
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
                from(source),
                finding.startedAt(),
                finding.lastSeenAt(),
                Coverage.of(new Subject.ExcerptOf(source.value())));
    }
}
