package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.Ids;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.log.LogSource;
import dev.cordon.domain.detection.tuning.DryRun;
import dev.cordon.domain.detection.tuning.DryRunId;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Mode;
import dev.cordon.domain.kernel.StoreId;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;

/**
 * Asks what a version of the rules would have raised in the days that are kept. A job reads them;
 * nothing is raised.
 */
@UseCase
public class AskDryRun {

    public record Command(RuleVersionId version) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Asked(DryRunId run) implements Outcome {}

        /** One of the store runs already: one at a time, as each needs the memory of an engine. */
        record OneRuns(DryRunId run) implements Outcome {}

        /**
         * @param faults what could not be run as it is written, in English
         */
        record Faulty(List<String> faults) implements Outcome {}
    }

    private final RuleVersions versions;
    private final DryRuns runs;
    private final LogSources sources;
    private final RuleCheck check;
    private final Caller caller;
    private final Ids ids;
    private final InstantSource clock;

    AskDryRun(
            RuleVersions versions,
            DryRuns runs,
            LogSources sources,
            RuleCheck check,
            Caller caller,
            Ids ids,
            InstantSource clock) {
        this.versions = versions;
        this.runs = runs;
        this.sources = sources;
        this.check = check;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    @Requires(Permission.RULE_WRITE)
    public Outcome ask(Command command) {
        var version = versions.get(command.version(), caller.scope());
        var open = runs.open(version.store());
        if (open.isPresent()) {
            return new Outcome.OneRuns(open.get().id());
        }
        var faults = check.faults(version.tuning());
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        var asked =
                DryRun.ask(
                        new DryRunId(ids.next()),
                        version,
                        mode(version.store()),
                        caller.person(),
                        clock.instant());
        runs.save(asked);
        return new Outcome.Asked(asked.state().id());
    }

    /** The real logs; those of a rehearsal where there are no others. */
    private Mode mode(StoreId store) {
        var modes =
                sources.all(caller.scope()).stream()
                        .filter(source -> source.store().equals(store))
                        .map(LogSource::mode)
                        .sorted()
                        .toList();
        return modes.isEmpty() ? Mode.LIVE : modes.getFirst();
    }
}
