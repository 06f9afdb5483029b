/**
 * What watches is watched too: how often a log is expected to speak, and since when and why nothing
 * is seen in it.
 */
@NullMarked
package dev.cordon.domain.detection.sensor;

import org.jspecify.annotations.NullMarked;
