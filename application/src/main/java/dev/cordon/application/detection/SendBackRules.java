package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Gives a submitted tuning back to its authors, with a reason. */
@UseCase
public class SendBackRules {

    public record Command(RuleVersionId version, Version seen, String reason) {}

    private final RuleVersions versions;
    private final Caller caller;
    private final InstantSource clock;

    SendBackRules(RuleVersions versions, Caller caller, InstantSource clock) {
        this.versions = versions;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.RULE_APPROVE)
    public void sendBack(Command command) {
        var version = versions.get(command.version(), command.seen(), caller.scope());
        versions.save(version.sendBack(command.reason(), caller.person(), clock.instant()));
    }
}
