/**
 * The bytes that an engine's knowledge is kept in between two runs of the program. Read by the same
 * rules and settings that wrote them, or not at all; nothing here outlives a change of either.
 */
@NullMarked
package dev.cordon.domain.detection.state;

import org.jspecify.annotations.NullMarked;
