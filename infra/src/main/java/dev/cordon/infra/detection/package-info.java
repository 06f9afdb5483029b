/**
 * What detection needs from the machine: the folder that raw log lines are kept in, the thresholds
 * from the settings, and the clockwork that lets it catch up.
 */
@NullMarked
package dev.cordon.infra.detection;

import org.jspecify.annotations.NullMarked;
