package dev.cordon.application.evidence;

import dev.cordon.domain.evidence.ledger.SignedCheckpoint;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A second place, away from the database, where every signed checkpoint is added. */
public interface LedgerMirror {

    /** How the mirror is called in {@link Lags}. */
    String NAME = "mirror";

    /** Whether there is one. */
    boolean isSet();

    /** The one that was added last; empty if there is none yet, or no file. */
    Optional<SignedCheckpoint> last() throws IOException;

    /**
     * Adds them, and returns once they are safe on storage.
     *
     * @param first whether nothing was ever added: only then a file is made
     * @throws IOException if the place is not there, or the file that was; some may have been added
     */
    void add(List<SignedCheckpoint> checkpoints, boolean first) throws IOException;

    /**
     * Reads all, the oldest first, a line at a time.
     *
     * @param damaged is told the number of each line that cannot be read
     * @return false if there is no file
     * @throws IOException if the place is not there
     */
    boolean read(Consumer<SignedCheckpoint> checkpoint, Consumer<Long> damaged) throws IOException;
}
