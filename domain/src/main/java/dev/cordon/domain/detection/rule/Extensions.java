package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.AttackKind;
import dev.cordon.domain.detection.rule.CorrelationRule.Type;
import dev.cordon.domain.detection.rule.Extension.Baseline;
import dev.cordon.domain.detection.rule.Extension.Ratio;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the {@code cordon} key of a rule, and says where its parts make sense. */
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
    private static final Set<String> VALUES =
            Set.of("events", "addresses", "accounts", "window", "threshold");
    private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)\\}");

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
            for (var language : texts.keys()) {
                if (!language.matches("[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
                    throw new Refused("cordon.reason has texts by language, not by " + language);
                }
                reasons.put(language, checked(texts.text(language)));
            }
        }
        return reasons;
    }

    private static String checked(String reason) {
        var values = VALUE.matcher(reason);
        while (values.find()) {
            if (!VALUES.contains(values.group(1))) {
                throw new Refused("cordon.reason has an unknown value: " + values.group());
            }
        }
        return reason;
    }

    private static @Nullable Ratio ratio(Tree tree) {
        if (!tree.has("ratio")) {
            return null;
        }
        var ratio = Tree.of("cordon.ratio", tree.value("ratio"));
        ratio.allow(Set.of("to", "at-least"));
        var to = ratio.texts("to");
        if (to.isEmpty()) {
            throw new Refused("cordon.ratio names no rule to compare with: to");
        }
        return new Ratio(to, ratio.number("at-least"));
    }

    private static @Nullable Baseline baseline(Tree tree) {
        if (!tree.has("baseline")) {
            return null;
        }
        var baseline = Tree.of("cordon.baseline", tree.value("baseline"));
        baseline.allow(Set.of("factor", "half-life"));
        double factor = baseline.number("factor");
        if (factor < 1) {
            throw new Refused("cordon.baseline.factor is at least 1");
        }
        return new Baseline(factor, baseline.duration("half-life"));
    }

    /** Refuses what would be ignored. */
    static void check(Rule rule) {
        var extension = rule.head().extension();
        switch (rule) {
            case EventRule _ -> {
                refuse(counts(extension), "cold, ratio, baseline and crowd need a correlation");
                refuse(extension.fresh() != null, "fresh needs a correlation");
            }
            case CorrelationRule correlation -> check(correlation, extension);
        }
    }

    private static void check(CorrelationRule rule, Extension extension) {
        boolean isCount = rule.type() == Type.EVENT_COUNT || rule.type() == Type.VALUE_COUNT;
        refuse(
                !isCount && counts(extension),
                "cold, ratio, baseline and crowd need event_count or value_count");
        if (extension.crowd()) {
            boolean ofAddresses =
                    rule.value() instanceof GroupField.SourceAddress && rule.groupBy().isEmpty();
            refuse(!ofAddresses, "a crowd is a value_count of addresses (c-ip) without group-by");
            refuse(extension.fresh() != null, "crowd and fresh do not go together");
        }
    }

    private static boolean counts(Extension extension) {
        return extension.cold()
                || extension.crowd()
                || extension.ratio() != null
                || extension.baseline() != null;
    }

    private static void refuse(boolean senseless, String reason) {
        if (senseless) {
            throw new Refused("cordon: " + reason);
        }
    }
}
