package dev.cordon.domain.detection.rule;

import dev.cordon.domain.detection.rule.Extension.Ratio;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A rule that refers to others by their names alone, whatever it called them. */
final class Renaming {

    private final UnaryOperator<String> names;

    Renaming(UnaryOperator<String> names) {
        this.names = names;
    }

    Rule of(Rule rule) {
        return switch (rule) {
            case EventRule(var head, var source, var condition) ->
                    new EventRule(of(head), source, condition);
            case CorrelationRule correlation -> of(correlation);
        };
    }

    private CorrelationRule of(CorrelationRule rule) {
        var members = of(rule.rules());
        if (new HashSet<>(members).size() < members.size()) {
            throw new Refused("the correlation names a rule twice");
        }
        return new CorrelationRule(
                of(rule.head()),
                rule.type(),
                members,
                rule.groupBy(),
                rule.timespan(),
                rule.value(),
                rule.atLeast(),
                aliases(rule, Set.copyOf(members)));
    }

    /** An alias has to say what it is in each of the rules. */
    private Map<String, Map<String, GroupField>> aliases(
            CorrelationRule rule, Set<String> members) {
        var aliases = new HashMap<String, Map<String, GroupField>>();
        rule.aliases()
                .forEach(
                        (alias, fields) -> {
                            var renamed = new HashMap<String, GroupField>();
                            fields.forEach((name, field) -> renamed.put(names.apply(name), field));
                            if (!renamed.keySet().equals(members)) {
                                throw new Refused(
                                        "the alias "
                                                + alias
                                                + " has to name a field for each rule of the"
                                                + " correlation and for no other");
                            }
                            aliases.put(alias, Map.copyOf(renamed));
                        });
        return aliases;
    }

    private RuleHead of(RuleHead head) {
        var extension = head.extension();
        var ratio = extension.ratio();
        return new RuleHead(
                head.name(),
                head.id(),
                head.title(),
                head.description(),
                head.level(),
                head.techniques(),
                head.falsePositives(),
                head.author(),
                head.license(),
                new Extension(
                        extension.attack(),
                        extension.playbook(),
                        extension.thresholdSource(),
                        extension.reason(),
                        of(extension.successes()),
                        ratio == null ? null : new Ratio(of(ratio.to()), ratio.atLeast()),
                        extension.cold(),
                        extension.fresh(),
                        extension.baseline(),
                        extension.crowd()));
    }

    private List<String> of(List<String> called) {
        return called.stream().map(names).toList();
    }
}
