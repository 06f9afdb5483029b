/**
 * The detection engine: log bytes in, findings out, in event time and bounded memory.
 *
 * <p>One engine watches one log source. Each line is parsed once and shown to every rule; rules
 * keep their state by visitor and by store, and group what belongs together into one campaign.
 * Nothing here reads a clock: windows follow the log's own times, and lines may come out of order.
 */
@NullMarked
package dev.cordon.domain.detection.engine;

import org.jspecify.annotations.NullMarked;
