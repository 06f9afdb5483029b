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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether there is a recovery key, which one counts, and who made it. */
@StreamingUseCase
public class ViewRecoveryKey {

    /**
     * The one that counts.
     *
     * @param id its fingerprint
     * @param made null if an earlier build made it
     */
    public record InUse(String id, @Nullable RecoveryKeyRecord made) {}

    private final RecoveryKeys keys;
    private final RecoveryKeyRecords records;
    private final UnitOfWork work;
    private final Caller caller;

    ViewRecoveryKey(RecoveryKeys keys, RecoveryKeyRecords records, UnitOfWork work, Caller caller) {
        this.keys = keys;
        this.records = records;
        this.work = work;
        this.caller = caller;
    }

    /**
     * Empty if there is none: without the master key all evidence would be lost.
     *
     * @throws IOException if the vault's keys cannot be reached
     */
    @Requires(Permission.AUDIT_READ)
    public Optional<InUse> view() throws IOException {
        if (!(caller.scope() instanceof StoreScope.All)) {
            throw new NotFound("a recovery key of some stores alone");
        }
        var id = keys.current();
        if (id.isEmpty()) {
            return Optional.empty();
        }
        var made = work.commit(() -> records.find(id.get()));
        return Optional.of(new InUse(id.get(), made.orElse(null)));
    }
}
