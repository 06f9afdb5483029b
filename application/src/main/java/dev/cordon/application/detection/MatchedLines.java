package dev.cordon.application.detection;

import dev.cordon.application.detection.LogSpool.Stretch;
import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.log.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

/**
 * The lines behind alerts, kept for longer than the log that they were cut out of: whole lines in
 * their order, without those of other visitors.
 */
public interface MatchedLines {

    /**
     * Lines of a log that belong to one alert.
     *
     * @param cutFrom the part of the log that they were cut out of
     * @param keptAt when they were cut out
     */
    record Cut(SourceId source, AlertId alert, Stretch cutFrom, Instant keptAt) {}

    /**
     * Keeps these lines, safe on disk when it returns; nothing if there are none. The same part
     * again replaces what was kept of it.
     */
    void keep(SourceId source, AlertId alert, Stretch cutFrom, InputStream lines)
            throws IOException;

    /** All that is kept of that log, in the log's order. */
    List<Cut> of(SourceId source) throws IOException;

    /** Reads kept lines again. */
    InputStream open(Cut cut) throws IOException;

    /** Its bytes as they lie on disk, whether they open or not. */
    InputStream openAsItLies(Cut cut) throws IOException;

    void delete(Cut cut) throws IOException;
}
