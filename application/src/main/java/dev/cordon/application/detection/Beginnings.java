package dev.cordon.application.detection;

import dev.cordon.domain.detection.AttackKind;
import java.time.Instant;

/**
 * How many addresses began to attack in an hour.
 *
 * @param hour its first moment
 */
public record Beginnings(Instant hour, AttackKind kind, int addresses) {}
