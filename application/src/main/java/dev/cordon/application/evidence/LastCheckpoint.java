package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.io.IOException;
import java.util.Optional;

/**
 * What this program signed last, kept outside the database, so that a database which was put back
 * to an earlier day does not pass for whole.
 */
public interface LastCheckpoint {

    /** Empty before anything was signed. */
    Optional<SignedCheckpoint> read() throws IOException;

    /** Keeps it in the place of the one before; whole after a crash, old or new. */
    void keep(SignedCheckpoint signed) throws IOException;
}
