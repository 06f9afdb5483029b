package dev.cordon.application.detection;

import dev.cordon.domain.detection.AlertResolution;
import org.jspecify.annotations.Nullable;

/**
 * How many alerts a rule had a part in.
 *
 * @param resolution what people closed them as; null for those that are not closed
 */
public record RuleTally(String rule, @Nullable AlertResolution resolution, int alerts) {}
