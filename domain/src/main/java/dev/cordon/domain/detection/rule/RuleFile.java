package dev.cordon.domain.detection.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of rules, as plain maps, lists, strings, numbers and booleans.
 *
 * @param name to tell it by
 * @param documents the file's documents; a Sigma file may hold several
 */
public record RuleFile(String name, List<? extends @Nullable Object> documents) {

    /**
     * Stands in the place of documents that could not be read.
     *
     * @param reason a sentence for the person who wrote the file
     */
    public record Unreadable(String reason) {}

    public static RuleFile unreadable(String name, String reason) {
        return new RuleFile(name, List.of(new Unreadable(reason)));
    }
}
