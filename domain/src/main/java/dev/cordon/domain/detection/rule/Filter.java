package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.log.EventClass;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A Sigma filter: a condition that rules of others must satisfy as well (Sigma 2.1, "Filters").
 *
 * @param rules names and ids; empty for every rule of its log source
 * @param classes of its log source
 */
record Filter(String title, List<String> rules, Set<EventClass> classes, Condition condition) {

    private static final Set<String> NO_SEARCHES = Set.of("rules");

    static Filter read(Tree document, Detection detection) {
        if (document.has("cordon")) {
            throw new Refused("a filter raises no alert: cordon means nothing there");
        }
        var classes = LogSources.read(document);
        var filter = document.tree("filter");
        var rules = filter.texts("rules");
        if (rules.isEmpty() && !(filter.value("rules") instanceof List)) {
            throw new Refused("the filter names no rules; 'any' means all of its logsource");
        }
        boolean any = rules.isEmpty() || rules.size() == 1 && isAny(rules.getFirst());
        var sought = detection.read(filter, NO_SEARCHES, classes);
        if (!sought.classes().equals(classes)) {
            throw new Refused("a filter cannot ask for class_uid; its logsource says it");
        }
        return new Filter(
                document.text("title"), any ? List.of() : rules, classes, sought.condition());
    }

    private static boolean isAny(String rules) {
        return Set.of("any", "all").contains(rules.toLowerCase(Locale.ROOT));
    }

    boolean isForAll() {
        return rules.isEmpty();
    }

    boolean fits(EventRule rule) {
        return classes.containsAll(rule.source().classes());
    }

    EventRule applied(EventRule rule) {
        var both = Conditions.all(List.of(rule.condition(), condition));
        if (both.equals(Conditions.NEVER)) {
            throw new Refused("the rule " + rule.head().name() + " could never be true with it");
        }
        Conditions.size(both);
        return new EventRule(rule.head(), rule.source(), both);
    }
}
