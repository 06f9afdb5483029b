package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.people.Permission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Dry runs: how far they are, and what they showed. */
@Queries
public class DryRunQueries {

    /**
     * How far a dry run is, in bytes.
     *
     * @param total how much there is to read
     */
    public record Progress(long read, long total) {}

    /**
     * @param progress null while it waits for its turn, and once it is over
     */
    public record Shown(DryRun run, @Nullable Progress progress) {}

    private final RuleVersions versions;
    private final DryRuns runs;
    private final DryRunsAtWork atWork;
    private final Caller caller;

    DryRunQueries(RuleVersions versions, DryRuns runs, DryRunsAtWork atWork, Caller caller) {
        this.versions = versions;
        this.runs = runs;
        this.atWork = atWork;
        this.caller = caller;
    }

    @Requires(Permission.ALERT_READ)
    public Shown run(DryRunId id) {
        return shown(runs.get(id, caller.scope()));
    }

    /** Those of a version, newest first. */
    @Requires(Permission.ALERT_READ)
    public List<Shown> of(RuleVersionId version) {
        return runs.of(versions.get(version, caller.scope()).id()).stream()
                .map(this::shown)
                .toList();
    }

    private Shown shown(DryRun run) {
        return new Shown(run, run.isOpen() ? atWork.progress(run.id()).orElse(null) : null);
    }
}
