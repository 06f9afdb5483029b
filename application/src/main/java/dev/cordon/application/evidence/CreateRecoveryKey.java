package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.kernel.UnitOfWork;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.application.stereotype.StreamingUseCase;
import dev.cordon.domain.evidence.RecoveryKeyRecord;
import dev.cordon.domain.kernel.NotFound;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;
import java.io.IOException;
import java.time.InstantSource;

/**
 * Makes the key that is printed and laid into a safe: it opens all evidence of the installation,
 * without database and master key. One that was made before opens nothing any more. Who made it is
 * recorded before it counts.
 */
@StreamingUseCase
public class CreateRecoveryKey {

    private final RecoveryKeys keys;
    private final RecoveryKeyRecords records;
    private final UnitOfWork work;
    private final Caller caller;
    private final InstantSource clock;

    CreateRecoveryKey(
            RecoveryKeys keys,
            RecoveryKeyRecords records,
            UnitOfWork work,
            Caller caller,
            InstantSource clock) {
        this.keys = keys;
        this.records = records;
        this.work = work;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * @throws IOException if the vault's keys cannot be reached; make another one then
     */
    @Requires(Permission.RECOVERY_KEY_CREATE)
    public RecoveryKeys.Created create() throws IOException {
        if (!(caller.scope() instanceof StoreScope.All)) {
            throw new NotFound("a recovery key of some stores alone");
        }
        return keys.create(
                id ->
                        work.run(
                                () ->
                                        records.save(
                                                RecoveryKeyRecord.made(
                                                        id, clock.instant(), caller.actor()))));
    }
}
