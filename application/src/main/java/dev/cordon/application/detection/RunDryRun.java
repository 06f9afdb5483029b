package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.detection.Alert;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.DryRunReport;
import dev.cordon.domain.detection.tuning.DryRunReport.Reading;
import dev.cordon.domain.detection.tuning.RuleVersion;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Reads what the spool keeps by a version's rules, compares what that finds with what was raised,
 * and keeps the comparison. Raises nothing. Doing it again does nothing.
 */
@StreamingUseCase
public class RunDryRun {

    /**
     * @param goOn asked between two pieces of a log; false ends the reading, to be begun anew
     */
    public record Command(DryRunId run, BooleanSupplier goOn) {}

    /** What came of it. */
    public enum Outcome {
        OVER,
        /** Another one has its turn, or the program ends: later. */
        NOT_YET
    }

    private record Task(DryRun run, RuleVersion version, List<LogSource> sources) {}

    private final DryRuns runs;
    private final RuleVersions versions;
    private final LogSources sources;
    private final LogSpool spool;
    private final Alerts alerts;
    private final RulesInForce rules;
    private final DryRunsAtWork atWork;
    private final UnitOfWork work;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    RunDryRun(
            DryRuns runs,
            RuleVersions versions,
            LogSources sources,
            LogSpool spool,
            Alerts alerts,
            RulesInForce rules,
            DryRunsAtWork atWork,
            UnitOfWork work,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.runs = runs;
        this.versions = versions;
        this.sources = sources;
        this.spool = spool;
        this.alerts = alerts;
        this.rules = rules;
        this.atWork = atWork;
        this.work = work;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @throws IOException if the spool cannot be read at all
     */
    @Requires(Permission.LOG_INGEST)
    public Outcome run(Command command) throws IOException {
        if (!atWork.isMyTurn()) {
            return Outcome.NOT_YET;
        }
        try {
            var task = work.commit(() -> task(command.run()));
            if (!task.run().isOpen()) {
                return Outcome.OVER;
            }
            if (!task.run().isAbout(task.version())) {
                var changed = DryRunReport.unread("the version was changed before it was read");
                work.run(() -> finish(task.run(), changed));
                return Outcome.OVER;
            }
            return read(task, command.goOn());
        } finally {
            atWork.over(command.run());
        }
    }

    private Task task(DryRunId id) {
        var run = runs.get(id, caller.scope());
        var logs = new StoreLogs(run.store(), run.mode());
        return new Task(
                run,
                versions.get(run.of(), caller.scope()),
                sources.all(caller.scope()).stream().filter(logs::hold).toList());
    }

    private Outcome read(Task task, BooleanSupplier goOn) throws IOException {
        var begun = clock.instant();
        var kept = new LinkedHashMap<LogSource, Stretch>();
        for (var source : task.sources()) {
            kept.put(source, spool.kept(source.id()));
        }
        long total = kept.values().stream().mapToLong(Stretch::length).sum();
        var progress = atWork.begin(task.run().id(), total, goOn);
        long salt = ids.next().getLeastSignificantBits();
        var made = rules.made(task.version().tuning());
        var reading = new DryRunReading(made, kept, spool, progress, salt, begun);
        reading.read();
        if (progress.isToEnd()) {
            return Outcome.NOT_YET;
        }
        var found = reading.findings();
        var read = reading.reading(Duration.between(begun, clock.instant()));
        work.run(() -> finish(task.run(), DryRunReport.of(read, found, raised(task.run(), read))));
        return Outcome.OVER;
    }

    private List<Alert> raised(DryRun run, Reading read) {
        var from = read.from();
        return from == null ? List.of() : alerts.recent(run.store(), run.mode(), from);
    }

    private void finish(DryRun asked, DryRunReport report) {
        var run = runs.get(asked.id(), caller.scope());
        if (run.isOpen()) {
            runs.save(run.finish(report, caller.actor(), clock.instant()));
        }
    }
}
