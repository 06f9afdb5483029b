/**
 * How long raw log lines are kept, who answers for that, what holds them, and the proof that what
 * is over was deleted.
 */
@NullMarked
package dev.cordon.domain.detection.keeping;

import org.jspecify.annotations.NullMarked;
