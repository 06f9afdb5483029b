package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.tuning.RuleVersion.ApprovalOutcome;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Sha256;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/**
 * Brings exactly the tuning that was shown into force. The running engine takes it over with the
 * next lines that it reads.
 */
@UseCase
public class ApproveRules {

    /**
     * @param content the hash shown beside what the approver read
     */
    public record Command(RuleVersionId version, Sha256 content) {}

    private final RuleVersions versions;
    private final Caller caller;
    private final InstantSource clock;

    ApproveRules(RuleVersions versions, Caller caller, InstantSource clock) {
        this.versions = versions;
        this.caller = caller;
        this.clock = clock;
    }

    /** A refused attempt is stored too: an auditor sees that it was made. */
    @Requires(Permission.RULE_APPROVE)
    public ApprovalOutcome approve(Command command) {
        var version = versions.get(command.version(), caller.scope());
        var inForce = versions.inForce(version.store()).orElse(null);
        var outcome = version.approve(command.content(), inForce, caller.person(), clock.instant());
        switch (outcome) {
            case ApprovalOutcome.Approved(var change, var replaced) -> {
                if (replaced != null) {
                    versions.save(replaced);
                }
                versions.save(change);
            }
            case ApprovalOutcome.Denied(_, var attempt) -> versions.save(attempt);
        }
        return outcome;
    }
}
