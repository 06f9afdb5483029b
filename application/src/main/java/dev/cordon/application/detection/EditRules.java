package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.detection.tuning.Tuning;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Writes something else into a draft of a store's tuning. */
@UseCase
public class EditRules {

    /**
     * @param reason why it is wanted; may be empty until it is submitted
     */
    public record Command(RuleVersionId version, Version seen, Tuning tuning, String reason) {}

    private final RuleVersions versions;
    private final OpenDryRun runs;
    private final Caller caller;
    private final InstantSource clock;

    EditRules(RuleVersions versions, OpenDryRun runs, Caller caller, InstantSource clock) {
        this.versions = versions;
        this.runs = runs;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.RULE_WRITE)
    public void edit(Command command) {
        var draft = versions.get(command.version(), command.seen(), caller.scope());
        runs.stop(draft);
        versions.save(
                draft.edit(command.tuning(), command.reason(), caller.person(), clock.instant()));
    }
}
