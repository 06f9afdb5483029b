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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes the key that is printed and laid into a safe: it opens all evidence of the installation,
 * without database and master key. One that was made before opens nothing any more, and so has to
 * be named by whoever replaces it. Who made it is recorded before it counts.
 */
@StreamingUseCase
public class CreateRecoveryKey {

    /**
     * @param instead fingerprint of the one that is replaced; null if there should be none
     */
    public record Command(@Nullable String instead) {}

    /** What came of it. */
    public sealed interface Outcome {

        record Made(RecoveryKeys.Created created) implements Outcome {}

        enum Refused implements Outcome {
            /** Than the one that was named, or one though none was. Nothing was changed. */
            ANOTHER_COUNTS
        }
    }

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
    public Outcome create(Command command) throws IOException {
        if (!(caller.scope() instanceof StoreScope.All)) {
            throw new NotFound("a recovery key of some stores alone");
        }
        if (!keys.current().equals(Optional.ofNullable(command.instead()))) {
            return Outcome.Refused.ANOTHER_COUNTS;
        }
        return new Outcome.Made(keys.create(this::record));
    }

    private void record(String id) {
        work.run(() -> records.save(RecoveryKeyRecord.made(id, clock.instant(), caller.actor())));
    }
}
