/**
 * The rules of the house, each with its reason, and a probe for each that breaks it.
 *
 * <p>A rule that names a package wrongly passes silently; the probes are a second house built below
 * {@code probe}, where every rule must be seen red.
 */
@NullMarked
package dev.cordon.architecture;

import org.jspecify.annotations.NullMarked;
