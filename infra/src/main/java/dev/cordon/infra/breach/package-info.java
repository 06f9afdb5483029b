/**
 * Breach law as data: reads the dated law files that are shipped with the program.
 *
 * <p>A file that cannot be understood whole stops the start: no clock is better than a wrong one.
 */
@NullMarked
package dev.cordon.infra.breach;

import org.jspecify.annotations.NullMarked;
