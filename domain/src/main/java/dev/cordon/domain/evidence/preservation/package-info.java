/**
 * Preserve, then change: whether what a step would destroy is held as evidence. It is computed from
 * what items say they cover, never claimed. Names nobody who asks.
 */
@NullMarked
package dev.cordon.domain.evidence.preservation;

import org.jspecify.annotations.NullMarked;
