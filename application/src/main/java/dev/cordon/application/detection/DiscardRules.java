package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Gives up a version that nobody approved, with a reason; it stays to be read. */
@UseCase
public class DiscardRules {

    public record Command(RuleVersionId version, Version seen, String reason) {}

    private final RuleVersions versions;
    private final OpenDryRun runs;
    private final Caller caller;
    private final InstantSource clock;

    DiscardRules(RuleVersions versions, OpenDryRun runs, Caller caller, InstantSource clock) {
        this.versions = versions;
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.RULE_WRITE)
    public void discard(Command command) {
        var version = versions.get(command.version(), command.seen(), caller.scope());
        runs.stop(version);
        versions.save(version.discard(command.reason(), caller.person(), clock.instant()));
    }
}
