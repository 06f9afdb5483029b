/**
 * Access logs as bytes: where lines come from, how they are split and read, what was not
 * understood.
 *
 * <p>Reads the combined format of nginx and Apache without making an object per line. No byte
 * sequence makes it throw, and every line is either understood or counted under the reason why not.
 */
@NullMarked
package dev.cordon.domain.detection.log;

import org.jspecify.annotations.NullMarked;
