package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;
import dev.cordon.domain.detection.rule.RuleSet.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Loads Sigma rules and correlations. A rule that cannot be run is refused with the reason, and so
 * is every rule that refers to it; the others are loaded.
 */
public final class SigmaLoader {

    private static final Set<String> SERVERS = Set.of("apache", "nginx", "iis");
    private static final Set<String> APPLICATIONS = Set.of("wordpress", "woocommerce", "php");

    private final Detection detection;
    private final Map<String, Rule> loaded = new LinkedHashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Set<String> generating = new HashSet<>();
    private final List<Refusal> refused = new ArrayList<>();

    private SigmaLoader(Map<String, List<String>> placeholders) {
        this.detection = new Detection(placeholders);
    }

    /**
     * @param placeholders what {@code %name%} stands for where a rule says {@code expand}
     */
    public static RuleSet load(List<RuleFile> files, Map<String, List<String>> placeholders) {
        var loader = new SigmaLoader(placeholders);
        files.forEach(loader::read);
        loader.refuseDangling();
        return loader.finish();
    }

    private void read(RuleFile file) {
        int index = 0;
        for (var document : file.documents()) {
            if (document != null) {
                read(file.name(), document, index++);
            }
        }
        if (index == 0) {
            refused.add(new Refusal(file.name(), "", "the file holds no rule"));
        }
    }

    private void read(String file, Object document, int index) {
        var title = "";
        try {
            var tree = Tree.of("the rule", document);
            title = tree.value("title") instanceof String text ? text : "";
            var head = head(tree, file, index);
            if (loaded.containsKey(head.name())) {
                throw new Refused("another rule is called " + head.name() + " too");
            }
            loaded.put(head.name(), rule(tree, head));
            files.put(head.name(), file);
        } catch (Refused reason) {
            refused.add(new Refusal(file, title, String.valueOf(reason.getMessage())));
        }
    }

    private Rule rule(Tree tree, RuleHead head) {
        if (tree.has("action")) {
            throw new Refused("collections with 'action' are Sigma 1");
        }
        if (tree.has("correlation")) {
            var correlation = tree.tree("correlation");
            if (correlation.flag("generate")) {
                generating.add(head.name());
            }
            return Correlation.read(head, correlation);
        }
        if (!tree.has("detection")) {
            throw new Refused(
                    tree.has("filter")
                            ? "filters are not supported"
                            : "the rule has neither a detection nor a correlation");
        }
        return new EventRule(
                head, source(tree.tree("logsource")), detection.read(tree.tree("detection")));
    }

    private static RuleHead head(Tree tree, String file, int index) {
        var name = tree.optionalText("name");
        var id = tree.optionalText("id");
        var known = name == null ? id : name;
        return new RuleHead(
                known == null ? file + (index == 0 ? "" : "#" + index) : known,
                id,
                tree.text("title"),
                tree.optionalText("description") instanceof String said ? said : "",
                level(tree.optionalText("level")),
                techniques(tree.texts("tags")),
                tree.texts("falsepositives"),
                tree.optionalText("author"),
                tree.optionalText("license"),
                Extensions.read(tree.value("cordon")));
    }

    private static Level level(@Nullable String name) {
        if (name == null) {
            return Level.MEDIUM;
        }
        for (var level : Level.values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                return level;
            }
        }
        throw new Refused("no level is called " + name);
    }

    private static List<String> techniques(List<String> tags) {
        return tags.stream()
                .filter(tag -> tag.matches("attack\\.t\\d{4}(\\.\\d{3})?"))
                .map(tag -> tag.substring("attack.".length()).toUpperCase(Locale.ROOT))
                .toList();
    }

    private static EventSource source(Tree source) {
        var category = source.optionalText("category");
        var product = source.optionalText("product");
        if (category == null && product == null) {
            throw new Refused("the logsource names neither category nor product");
        }
        if (category != null && !category.equals("webserver") && !category.equals("application")) {
            throw new Refused("no log here is of the category " + category);
        }
        if (product == null || SERVERS.contains(product)) {
            return "error".equals(source.optionalText("service"))
                    ? new EventSource(Set.of(EventClass.APPLICATION_ERROR))
                    : new EventSource(Set.of(EventClass.HTTP_ACTIVITY));
        }
        if (APPLICATIONS.contains(product)) {
            return new EventSource(EnumSet.complementOf(EnumSet.of(EventClass.HTTP_ACTIVITY)));
        }
        throw new Refused("no log here is of the product " + product);
    }

    /** A rule that counts one that was refused, or that counts itself, cannot run either. */
    private void refuseDangling() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (var rule : List.copyOf(loaded.values())) {
                if (rule instanceof CorrelationRule correlation) {
                    var missing = missing(correlation);
                    if (missing != null) {
                        refuse(rule, missing);
                        changed = true;
                    }
                }
            }
        }
    }

    private @Nullable String missing(CorrelationRule rule) {
        for (var name : rule.rules()) {
            if (find(name) == null) {
                return "it refers to the rule " + name + ", which is not there";
            }
        }
        var extension = rule.head().extension();
        var ratio = extension.ratio();
        for (var name : ratio == null ? List.<String>of() : ratio.to()) {
            if (find(name) == null) {
                return "its ratio refers to the rule " + name + ", which is not there";
            }
        }
        for (var name : extension.successes()) {
            if (find(name) == null) {
                return "its successes name the rule " + name + ", which is not there";
            }
        }
        return reaches(rule, rule, new HashSet<>()) ? "it refers to itself" : null;
    }

    private boolean reaches(CorrelationRule from, Rule wanted, Set<String> seen) {
        for (var name : from.rules()) {
            var next = find(name);
            if (next == wanted) {
                return true;
            }
            if (next instanceof CorrelationRule correlation
                    && seen.add(name)
                    && reaches(correlation, wanted, seen)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Rule find(String nameOrId) {
        var named = loaded.get(nameOrId);
        if (named != null) {
            return named;
        }
        return loaded.values().stream()
                .filter(rule -> rule.head().isCalled(nameOrId))
                .findFirst()
                .orElse(null);
    }

    private void refuse(Rule rule, String reason) {
        var name = rule.head().name();
        loaded.remove(name);
        refused.add(new Refusal(files.getOrDefault(name, name), rule.head().title(), reason));
    }

    /** Rules that a correlation refers to raise no alerts of their own unless it says so. */
    private RuleSet finish() {
        var silent = new HashSet<String>();
        var loud = new HashSet<String>();
        for (var rule : loaded.values()) {
            if (rule instanceof CorrelationRule correlation) {
                var into = generating.contains(rule.head().name()) ? loud : silent;
                for (var name : correlation.rules()) {
                    var counted = find(name);
                    if (counted != null) {
                        into.add(counted.head().name());
                    }
                }
                var ratio = correlation.head().extension().ratio();
                silence(ratio == null ? List.of() : ratio.to(), silent);
            }
            silence(rule.head().extension().successes(), silent);
        }
        silent.removeAll(loud);
        return new RuleSet(List.copyOf(loaded.values()), silent, refused);
    }

    private void silence(List<String> names, Set<String> silent) {
        for (var name : names) {
            var counted = find(name);
            if (counted != null) {
                silent.add(counted.head().name());
            }
        }
    }
}
