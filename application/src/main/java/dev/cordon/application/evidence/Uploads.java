package dev.cordon.application.evidence;

import dev.cordon.application.evidence.EvidenceStage.Staged;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that come in pieces. What is on disk is encrypted, and outlives the program. */
public interface Uploads {

    /** Begins one of which nothing is received. */
    void begin(Upload upload) throws IOException;

    Optional<Upload> find(UUID id) throws IOException;

    /** All that wait, of everybody. */
    List<Upload> all() throws IOException;

    /**
     * Keeps the piece that follows what was received, on disk when this returns. Kept a second time
     * it changes nothing.
     */
    void put(Upload upload, byte[] piece) throws IOException;

    /** All that was received, from its beginning; closing it removes nothing. */
    Staged content(Upload upload) throws IOException;

    /**
     * Removes what a killed program left of beginning one, if it is there since before then. Where
     * nothing outlives the program, nothing is left.
     */
    default void sweep(Instant before) throws IOException {}

    /** Removes it, and its key first; nothing happens if it is not there. */
    void remove(UUID id) throws IOException;
}
