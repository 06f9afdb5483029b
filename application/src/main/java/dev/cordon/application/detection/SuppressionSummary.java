package dev.cordon.application.detection;

import dev.cordon.domain.detection.Suppression;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suppression and what it did.
 *
 * @param hits how many alerts it covered
 * @param lastHitAt when it covered the latest; null if it covered none
 */
public record SuppressionSummary(Suppression suppression, int hits, @Nullable Instant lastHitAt) {}
