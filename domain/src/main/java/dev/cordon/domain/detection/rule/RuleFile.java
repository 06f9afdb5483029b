package dev.cordon.domain.detection.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rules, as plain maps, lists, strings, numbers and booleans.
 *
 * @param name to tell it by
 * @param documents the file's documents; a Sigma file may hold several
 */
public record RuleFile(String name, List<? extends @Nullable Object> documents) {}
