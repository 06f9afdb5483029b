package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertId;

/**
 * What became of a report.
 *
 * @param isNew false if the same origin had reported it before
 */
public record Reported(AlertId alert, boolean isNew) {}
