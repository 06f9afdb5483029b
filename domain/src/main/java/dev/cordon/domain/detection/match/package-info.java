/**
 * Which rules an event matches: rules compiled to tests over field values, and the answers kept for
 * values that come again.
 *
 * <p>A log repeats itself. What a path, a user agent or a referer looks like to the rules is worked
 * out once, decoded and bounded, and remembered; a line is then a few look-ups.
 */
@NullMarked
package dev.cordon.domain.detection.match;

import org.jspecify.annotations.NullMarked;
