package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.RuleSet.Refusal;
import dev.cordon.domain.kernel.Canonical;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Loads Sigma rules, correlations and filters. What cannot be run is refused with the reason, and
 * so is every rule that refers to it; the others are loaded.
 */
public final class SigmaLoader {

    private static final Set<String> NO_SEARCHES = Set.of();
    private static final int LONGEST_TITLE = 256;

    private record Told(String file, Filter filter) {}

    private final Detection detection;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final List<Told> filters = new ArrayList<>();
    private final Silence silence = new Silence();
    private final List<Refusal> refused = new ArrayList<>();

    /** All that was read and is small enough to be told. */
    private final Canonical made = Canonical.tagged("cordon/rules/v1");

    private SigmaLoader(Map<String, List<String>> placeholders) {
        this.detection = new Detection(new Placeholders(placeholders));
        made.add(new TreeMap<>(placeholders).toString());
    }

    /**
     * @param placeholders what {@code %name%} stands for where a rule says {@code expand}
     */
    public static RuleSet load(List<RuleFile> files, Map<String, List<String>> placeholders) {
        var loader = new SigmaLoader(placeholders);
        files.forEach(loader::read);
        loader.filters.forEach(loader::apply);
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
        try {
            if (document instanceof RuleFile.Unreadable(var reason)) {
                throw new Refused(reason);
            }
            PlainTree.check(document);
            made.add(file).add(document.toString());
            var tree = Tree.of("the document", document);
            if (tree.has("filter")) {
                filters.add(new Told(file, Filter.read(tree, detection)));
            } else {
                add(draft(tree, file, index));
            }
        } catch (Refused reason) {
            refused.add(new Refusal(file, title(document), reason.reason()));
            silence.partsOfRefused(file, document);
        }
    }

    private static String title(Object document) {
        var title = document instanceof Map<?, ?> map ? map.get("title") : null;
        return title instanceof String text
                ? text.substring(0, Math.min(text.length(), LONGEST_TITLE))
                : "";
    }

    private Draft draft(Tree tree, String file, int index) {
        if (tree.has("action")) {
            throw new Refused("collections with 'action' are Sigma 1; write every rule out");
        }
        var head = RuleHeads.read(tree, file + (index == 0 ? "" : "#" + index));
        if (tree.has("correlation") == tree.has("detection")) {
            throw new Refused("a rule has either a detection or a correlation");
        }
        boolean generates = false;
        Rule rule;
        if (tree.has("correlation")) {
            var correlation = tree.tree("correlation");
            generates = tree.flag("generate") || correlation.flag("generate");
            rule = Correlation.read(head, correlation);
        } else {
            var classes = LogSources.read(tree);
            var sought = detection.read(tree.tree("detection"), NO_SEARCHES, classes);
            rule = new EventRule(head, new EventSource(sought.classes()), sought.condition());
        }
        Extensions.check(rule);
        return new Draft(file, rule, generates);
    }

    private void add(Draft draft) {
        var id = draft.rule().head().id();
        for (var called : id == null ? List.of(draft.name()) : List.of(draft.name(), id)) {
            if (taken.contains(called)) {
                throw new Refused("another rule is called " + called + " too");
            }
        }
        drafts.put(draft.name(), draft);
        taken.add(draft.name());
        if (id != null) {
            taken.add(id);
        }
    }

    /** A filter applies to all of its rules or, with a reason, to none. */
    private void apply(Told told) {
        var filter = told.filter();
        try {
            var changed = new ArrayList<Draft>();
            for (var draft : drafts.values()) {
                boolean named = filter.rules().stream().anyMatch(draft.rule().head()::isCalled);
                if (draft.rule() instanceof EventRule rule) {
                    if (named && !filter.fits(rule)) {
                        throw new Refused("its logsource is not that of the rule " + draft.name());
                    }
                    if (named || filter.isForAll() && filter.fits(rule)) {
                        changed.add(new Draft(draft.file(), filter.applied(rule), false));
                    }
                } else if (named) {
                    throw new Refused("a filter applies to no correlation: " + draft.name());
                }
            }
            findMissing(filter);
            changed.forEach(draft -> drafts.put(draft.name(), draft));
        } catch (Refused reason) {
            refused.add(new Refusal(told.file(), filter.title(), reason.reason()));
        }
    }

    private void findMissing(Filter filter) {
        for (var name : filter.rules()) {
            if (!taken.contains(name)) {
                throw new Refused("it refers to the rule " + name + ", which is not there");
            }
        }
    }

    private RuleSet finish() {
        var references = new References(drafts.values());
        for (var draft : drafts.values()) {
            var reason = references.reasonAgainst(draft);
            if (reason != null) {
                refused.add(new Refusal(draft.file(), draft.rule().head().title(), reason));
                silence.partsOfRefused(draft);
            }
        }
        var running = references.running();
        return new RuleSet(
                running.stream().map(Draft::rule).toList(),
                silence.among(running),
                refused,
                made.sha256());
    }
}
