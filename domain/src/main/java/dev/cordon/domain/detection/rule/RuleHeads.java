package dev.cordon.domain.detection.rule;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a rule says about itself. */
final class RuleHeads {

    private static final Set<String> TAXONOMIES = Set.of("sigma", "ocsf");

    private RuleHeads() {}

    /**
     * @param nameless how it is called if it has neither name nor id
     */
    static RuleHead read(Tree rule, String nameless) {
        var title = rule.text("title");
        if (title.strip().chars().anyMatch(Character::isISOControl)) {
            throw new Refused("a title is one line of text");
        }
        checkUse(rule);
        var name = rule.optionalText("name");
        var id = rule.optionalText("id");
        return new RuleHead(
                name != null ? name : id != null ? id : nameless,
                id,
                title.strip(),
                String.join(" ", rule.remarks("description")),
                level(rule.optionalText("level")),
                techniques(rule.remarks("tags")),
                rule.remarks("falsepositives"),
                joined(rule.remarks("author")),
                joined(rule.remarks("license")),
                Extensions.read(rule.value("cordon")));
    }

    private static void checkUse(Tree rule) {
        if (rule.remarks("status").contains("unsupported")) {
            throw new Refused("its author marks it as unsupported");
        }
        for (var taxonomy : rule.remarks("taxonomy")) {
            if (!TAXONOMIES.contains(taxonomy)) {
                throw new Refused("its names are of the taxonomy " + taxonomy + ", not of Sigma's");
            }
        }
    }

    private static Level level(@Nullable String name) {
        if (name == null) {
            return Level.MEDIUM;
        }
        for (var level : Level.values()) {
            if (level.name().equalsIgnoreCase(name.strip())) {
                return level;
            }
        }
        throw new Refused("no level is called " + name);
    }

    private static List<String> techniques(List<String> tags) {
        return tags.stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .filter(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"))
                .map(tag -> tag.substring("attack.".length()).toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
    }

    private static @Nullable String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join(", ", texts);
    }
}
