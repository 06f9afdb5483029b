/**
 * The doors through which logs come in: who may send to a source, and how fast.
 *
 * <p>A door belongs to one log source and opens nothing else. What comes in is never answered with
 * anything of the store.
 */
@NullMarked
package dev.cordon.domain.detection.intake;

import org.jspecify.annotations.NullMarked;
