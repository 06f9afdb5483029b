package dev.cordon.application.evidence;

import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.util.Optional;

/** The newest checkpoint, if this ledger's key signed it: nobody outside vouches for a forgery. */
@Supporting
class NewestCheckpoint {

    private final Ledger ledger;
    private final CheckpointKey key;

    NewestCheckpoint(Ledger ledger, CheckpointKey key) {
        this.ledger = ledger;
        this.key = key;
    }

    Optional<SignedCheckpoint> genuine() {
        return ledger.newest().filter(signed -> key.open(signed).isPresent());
    }
}
