package dev.cordon.infra.http.detection;

import dev.cordon.application.detection.AskDryRun;
import dev.cordon.application.detection.DryRunQueries;
import dev.cordon.application.detection.DryRunQueries.Shown;
import dev.cordon.application.detection.StopDryRun;
import dev.cordon.domain.detection.AlertSeverity;
import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.tuning.Difference;
import dev.cordon.domain.detection.tuning.Difference.Change;
import dev.cordon.domain.detection.tuning.DryRun.Phase;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.DryRunReport;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.infra.http.ApiPaths;
import dev.cordon.infra.http.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What changed rules would have raised in the days that are kept. */
@RestController
@RequestMapping(ApiPaths.API)
@Tag(name = "rules")
class DryRunApi {

    private final DryRunQueries runs;
    private final AskDryRun ask;
    private final StopDryRun stop;

    DryRunApi(DryRunQueries runs, AskDryRun ask, StopDryRun stop) {
        this.runs = runs;
        this.ask = ask;
        this.stop = stop;
    }

    record AskedDryRunJson(UUID run) {}

    /** How far a dry run is. */
    enum DryRunStateJson {
        OPEN,
        FINISHED,
        STOPPED
    }

    /**
     * A dry run.
     *
     * @param content the hash of the tuning that it is about
     * @param readBytes how much was read; absent while it waits, and once it is over
     * @param totalBytes how much there is to read
     * @param report what it showed; absent if it is not finished
     */
    record DryRunJson(
            UUID id,
            UUID version,
            UUID store,
            String content,
            DryRunStateJson state,
            String askedBy,
            Instant askedAt,
            @Nullable Long readBytes,
            @Nullable Long totalBytes,
            @Nullable DryRunReportJson report) {

        static DryRunJson of(Shown shown) {
            var run = shown.run();
            var progress = shown.progress();
            return new DryRunJson(
                    run.id().value(),
                    run.of().value(),
                    run.store().value(),
                    run.content().hex(),
                    switch (run.phase()) {
                        case Phase.Asked() -> DryRunStateJson.OPEN;
                        case Phase.Finished _ -> DryRunStateJson.FINISHED;
                        case Phase.Stopped _ -> DryRunStateJson.STOPPED;
                    },
                    run.askedBy().name(),
                    run.askedAt(),
                    progress == null ? null : progress.read(),
                    progress == null ? null : progress.total(),
                    run.phase() instanceof Phase.Finished(var report, _)
                            ? DryRunReportJson.of(report)
                            : null);
        }
    }

    /**
     * What a dry run showed.
     *
     * @param from when the first line happened that was read
     * @param wholeSince campaigns that began before may look smaller than they were
     * @param unlisted alerts that are counted and not listed
     */
    record DryRunReportJson(
            @Nullable Instant from,
            @Nullable Instant wholeSince,
            @Nullable Instant to,
            long bytes,
            long lines,
            long tookMillis,
            Map<Change, Integer> counts,
            List<DifferenceJson> differences,
            int unlisted,
            List<String> problems) {

        static DryRunReportJson of(DryRunReport report) {
            return new DryRunReportJson(
                    report.from(),
                    report.wholeSince(),
                    report.to(),
                    report.bytes(),
                    report.lines(),
                    report.took().toMillis(),
                    report.counts(),
                    report.differences().stream().map(DifferenceJson::of).toList(),
                    report.unlisted(),
                    report.problems());
        }
    }

    /**
     * An alert that the changed rules would have raised, or one that they would not.
     *
     * @param alert the one that was raised; absent if none was
     */
    record DifferenceJson(
            Change change,
            @Nullable UUID alert,
            String rule,
            String title,
            AttackKind kind,
            AlertSeverity severity,
            Instant startedAt,
            Instant lastSeenAt,
            long events,
            int addresses,
            List<String> firstAddresses) {

        static DifferenceJson of(Difference each) {
            var alert = each.alert();
            return new DifferenceJson(
                    each.change(),
                    alert == null ? null : alert.value(),
                    each.rule(),
                    each.title(),
                    each.kind(),
                    each.severity(),
                    each.period().startedAt(),
                    each.period().lastSeenAt(),
                    each.events(),
                    each.addresses(),
                    each.firstAddresses());
        }
    }

    @PostMapping("/rule-versions/{id}/dry-runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Reads the kept lines by a version's rules, and raises nothing",
            description = "One at a time for each store.")
    AskedDryRunJson ask(@PathVariable UUID id) {
        return switch (ask.ask(new AskDryRun.Command(new RuleVersionId(id)))) {
            case AskDryRun.Outcome.Asked(var run) -> new AskedDryRunJson(run.value());
            case AskDryRun.Outcome.OneRuns(var run) ->
                    throw ApiProblem.notAccepted(
                            "A dry run of the store is not over: "
                                    + run
                                    + ". Nothing was begun. Wait for it or stop it.");
            case AskDryRun.Outcome.Faulty(var faults) ->
                    throw ApiProblem.notAccepted(
                            "The rules have faults. Nothing was read. Correct them first.",
                            Map.of("faults", faults));
        };
    }

    @GetMapping("/rule-versions/{id}/dry-runs")
    @Operation(summary = "Lists the dry runs of a version, newest first")
    List<DryRunJson> list(@PathVariable UUID id) {
        return runs.of(new RuleVersionId(id)).stream().map(DryRunJson::of).toList();
    }

    @GetMapping("/dry-runs/{id}")
    @Operation(summary = "Shows how far a dry run is, and what it showed")
    DryRunJson show(@PathVariable UUID id) {
        return DryRunJson.of(runs.run(new DryRunId(id)));
    }

    @PostMapping("/dry-runs/{id}/stop")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stops a dry run; one that is over stays as it is")
    void stop(@PathVariable UUID id) {
        stop.stop(new StopDryRun.Command(new DryRunId(id)));
    }
}
