package dev.cordon.domain.detection;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is taken for, and why.
 *
 * @param rule the rule that fired first
 * @param title that rule's title, in English
 * @param severity how urgent it looks from the log alone
 * @param techniques of MITRE ATT&CK
 * @param reason one sentence: why it fired and what is normal; by language tag, at least {@code en}
 * @param playbook the one that leads the response; null if the rule names none
 * @param rules all rules that saw it, the first to fire first
 */
public record Verdict(
        String rule,
        String title,
        AttackKind kind,
        AlertSeverity severity,
        List<String> techniques,
        Map<String, String> reason,
        @Nullable String playbook,
        List<String> rules) {

    public Verdict {
        techniques = List.copyOf(techniques);
        reason = Map.copyOf(reason);
        rules = List.copyOf(rules);
        if (!reason.containsKey("en")) {
            throw new IllegalArgumentException("an alert says why it fired");
        }
    }

    /** The sentence in that language, in English if there is none. */
    public String reason(String language) {
        var said = reason.get(language);
        return said == null ? reason.getOrDefault("en", "") : said;
    }
}
