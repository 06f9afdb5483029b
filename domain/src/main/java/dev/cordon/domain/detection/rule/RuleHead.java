package dev.cordon.domain.detection.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every rule says about itself (Sigma 2.1, "Rule Meta Data").
 *
 * @param name how other rules refer to it: {@code name}, else {@code id}, else the file's name
 * @param id the rule's UUID; null where the file has none
 * @param techniques of MITRE ATT&CK, {@code T1110.004}, from tags such as {@code attack.t1110.004}
 * @param license of a rule that others wrote; null for the pack's own
 */
public record RuleHead(
        String name,
        @Nullable String id,
        String title,
        String description,
        Level level,
        List<String> techniques,
        List<String> falsePositives,
        @Nullable String author,
        @Nullable String license,
        Extension extension) {

    public RuleHead {
        techniques = List.copyOf(techniques);
        falsePositives = List.copyOf(falsePositives);
    }

    /** Whether other rules mean this one by that name or id. */
    public boolean isCalled(String nameOrId) {
        return nameOrId.equals(name) || nameOrId.equals(id);
    }
}
