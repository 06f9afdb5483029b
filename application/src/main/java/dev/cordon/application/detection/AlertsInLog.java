package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertId;
import dev.cordon.domain.detection.Finding;
import dev.cordon.domain.detection.log.LogSource;
import java.time.Instant;
import java.util.List;

/** Which alerts speak of a part of a log. */
public interface AlertsInLog {

    /** An alert and what it found. */
    record Found(AlertId alert, Finding finding) {}

    /**
     * Detection's alerts that the log shows and that ran at some time between these moments, but
     * not those that people found to be false; the most urgent first.
     *
     * @param most no more than so many
     */
    List<Found> between(LogSource log, Instant from, Instant to, int most);
}
