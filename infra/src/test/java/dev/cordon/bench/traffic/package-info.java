/**
 * Made-up days of a shop, with labels that say what really happens in them: for measuring detection
 * and for trying rules. The same seed makes the same day. Knows nothing of the rules.
 */
package dev.cordon.bench.traffic;
