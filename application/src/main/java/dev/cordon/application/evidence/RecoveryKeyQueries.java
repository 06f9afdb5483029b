package dev.cordon.application.evidence;

import dev.cordon.application.kernel.Caller;
import dev.cordon.application.stereotype.Queries;
import dev.cordon.application.stereotype.Requires;
import dev.cordon.domain.kernel.StoreScope;
import dev.cordon.domain.people.Permission;

/** What is known of the recovery key without asking the vault. */
@Queries
public class RecoveryKeyQueries {

    private final RecoveryKeys keys;
    private final Caller caller;

    RecoveryKeyQueries(RecoveryKeys keys, Caller caller) {
        this.keys = keys;
        this.caller = caller;
    }

    /** Whether the caller should make one, since there was none when the vault was asked last. */
    @Requires(Permission.RECOVERY_KEY_CREATE)
    public boolean isWanted() {
        return caller.scope() instanceof StoreScope.All && keys.wasMissing();
    }
}
