/**
 * Alerts and the log sources that they come from, with history. Raw lines are never here: they lie
 * in the spool.
 */
@NullMarked
package dev.cordon.infra.persistence.detection;

import org.jspecify.annotations.NullMarked;
