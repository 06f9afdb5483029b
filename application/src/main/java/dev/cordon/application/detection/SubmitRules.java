package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.detection.tuning.RuleVersionId;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.List;

/** Asks somebody else to bring exactly what is written now into force. */
@UseCase
public class SubmitRules {

    public record Command(RuleVersionId version, Version seen) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Submitted() implements Outcome {}

        /**
         * @param faults what could not be run as it is written, in English
         */
        record Faulty(List<String> faults) implements Outcome {}
    }

    private final RuleVersions versions;
    private final RuleCheck check;
    private final Caller caller;
    private final InstantSource clock;

    SubmitRules(RuleVersions versions, RuleCheck check, Caller caller, InstantSource clock) {
        this.versions = versions;
        this.check = check;
        this.caller = caller;
        this.clock = clock;
    }

    @Requires(Permission.RULE_WRITE)
    public Outcome submit(Command command) {
        var draft = versions.get(command.version(), command.seen(), caller.scope());
        var faults = check.faults(draft.tuning());
        if (!faults.isEmpty()) {
            return new Outcome.Faulty(faults);
        }
        versions.save(draft.submit(caller.person(), clock.instant()));
        return new Outcome.Submitted();
    }
}
