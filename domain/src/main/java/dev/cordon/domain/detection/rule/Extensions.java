package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.Extension.Baseline;
import dev.cordon.domain.detection.rule.Extension.Ratio;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the {@code cordon} key of a rule. */
final class Extensions {

    private static final Set<String> KEYS =
            Set.of(
                    "attack",
                    "playbook",
                    "threshold-source",
                    "reason",
                    "successes",
                    "ratio",
                    "cold",
                    "fresh",
                    "baseline",
                    "crowd");

    private Extensions() {}

    static Extension read(@Nullable Object value) {
        if (value == null) {
            return Extension.NONE;
        }
        var tree = Tree.of("cordon", value);
        tree.allow(KEYS);
        return new Extension(
                attack(tree),
                tree.optionalText("playbook"),
                tree.optionalText("threshold-source"),
                reason(tree),
                tree.texts("successes"),
                ratio(tree),
                tree.flag("cold"),
                tree.has("fresh") ? tree.duration("fresh") : null,
                baseline(tree),
                tree.flag("crowd"));
    }

    private static @Nullable AttackKind attack(Tree tree) {
        var label = tree.optionalText("attack");
        return label == null
                ? null
                : AttackKind.labelled(label)
                        .orElseThrow(() -> new Refused("no kind of attack is called " + label));
    }

    private static Map<String, String> reason(Tree tree) {
        var reasons = new HashMap<String, String>();
        if (tree.has("reason")) {
            var texts = tree.tree("reason");
            texts.keys().forEach(language -> reasons.put(language, texts.text(language)));
        }
        return reasons;
    }

    private static @Nullable Ratio ratio(Tree tree) {
        if (!tree.has("ratio")) {
            return null;
        }
        var ratio = tree.tree("ratio");
        ratio.allow(Set.of("to", "at-least"));
        return new Ratio(ratio.texts("to"), ratio.number("at-least"));
    }

    private static @Nullable Baseline baseline(Tree tree) {
        if (!tree.has("baseline")) {
            return null;
        }
        var baseline = tree.tree("baseline");
        baseline.allow(Set.of("factor", "half-life"));
        return new Baseline(baseline.number("factor"), baseline.duration("half-life"));
    }
}
