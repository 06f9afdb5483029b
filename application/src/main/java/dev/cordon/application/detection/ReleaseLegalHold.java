package dev.cordon.application.detection;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.UseCase;
import dev.cordon.domain.kernel.Version;
import dev.cordon.domain.people.Permission;
import java.time.InstantSource;
import java.util.UUID;

/** Lets what is over be deleted again. Who it was, when and why stays written down. */
@UseCase
public class ReleaseLegalHold {

    public record Command(UUID hold, Version seen, String reason) {}

    private final LegalHolds holds;
    private final Caller caller;
    private final InstantSource clock;

    ReleaseLegalHold(LegalHolds holds, Caller caller, InstantSource clock) {
        this.holds = holds;
        this.caller = caller;
        this.clock = clock;
    }

    /** Only a person does this. */
    @Requires(Permission.INCIDENT_COMMAND)
    public void release(Command command) {
        var hold = holds.get(command.hold(), command.seen(), caller.scope());
        holds.save(hold.release(command.reason(), caller.person(), clock.instant()));
    }
}
