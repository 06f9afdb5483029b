package dev.cordon.application.detection;

import dev.cordon.application.kernel.Page;
import dev.cordon.domain.detection.keeping.LogDeletion;
import dev.cordon.domain.detection.log.SourceId;

/** The proof of what was deleted. Added to only. */
public interface LogDeletions {

    /** Adds one; nothing if the same lines were written down before. */
    void add(LogDeletion deletion);

    /** Those of the log, the latest first. */
    Page<LogDeletion> list(SourceId source, Page.Request page);
}
