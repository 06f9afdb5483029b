package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.RecoveryKeyRecord;
import dev.cordon.domain.kernel.Transition;
import java.util.Optional;

/** Who made which recovery key, and when. */
public interface RecoveryKeyRecords {

    /** Empty if an earlier build made it, which recorded nothing. */
    Optional<RecoveryKeyRecord> find(String id);

    void save(Transition<RecoveryKeyRecord> change);
}
