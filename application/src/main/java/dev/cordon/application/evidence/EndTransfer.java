package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.evidence.transfer.Answer.Ended.Why;
import dev.cordon.domain.evidence.transfer.TransferId;
import dev.cordon.domain.kernel.IllegalTransition;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;

/** Records that somebody outside will not confirm a package: refused, lost, or called back. */
@UseCase
public class EndTransfer {

    public record Command(TransferId transfer, Why why, String reason) {
        public Command {
            reason = Purposes.required(reason);
        }
    }

    private final Transfers transfers;
    private final Answering answering;
    private final Caller caller;
    private final InstantSource clock;

    EndTransfer(Transfers transfers, Answering answering, Caller caller, InstantSource clock) {
        this.transfers = transfers;
        this.answering = answering;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IllegalTransition if they answered before
     */
    @Requires(Permission.EVIDENCE_EXPORT)
    public void end(Command command) {
        answering.keep(
                transfers
                        .get(command.transfer(), caller.scope())
                        .end(command.why(), command.reason(), caller.person(), clock.instant()));
    }
}
