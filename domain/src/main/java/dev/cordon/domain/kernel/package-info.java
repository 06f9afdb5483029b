/**
 * The few words every feature shares: who acted, which version was seen, what changed, which store.
 *
 * <p>Knows no feature and no framework. Time enters as {@link java.time.Instant} parameters;
 * nothing here reads a clock or rolls dice.
 */
@NullMarked
package dev.cordon.domain.kernel;

import org.jspecify.annotations.NullMarked;
