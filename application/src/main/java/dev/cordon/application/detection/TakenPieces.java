package dev.cordon.application.detection;

import dev.cordon.domain.detection.log.SourceId;
import dev.cordon.domain.kernel.Sha256;
import java.io.IOException;

/**
 * The pieces of log files that a source was handed in, for good: also when the spool has forgotten
 * the names of its batches, and the lines are long deleted.
 */
public interface TakenPieces {

    /** Whether it was taken, whenever that was. */
    boolean has(SourceId source, Sha256 piece) throws IOException;

    /** Remembers it, on disk when this returns. A second time changes nothing. */
    void add(SourceId source, Sha256 piece) throws IOException;
}
