package dev.cordon.application.detection;

import dev.cordon.application.detection.RuleFinding.Remark;
import dev.cordon.application.stereotype.Supporting;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.rule.RuleFile;
import dev.cordon.domain.detection.rule.RuleSet.Refusal;
import dev.cordon.domain.detection.tuning.Tuning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what a tuning says as detection would, and says what becomes of it. */
@Supporting
class RuleCheck {

    private final RulesInForce rules;

    RuleCheck(RulesInForce rules) {
        this.rules = rules;
    }

    /** What could not be run as it is written; a sentence each. */
    List<String> faults(Tuning tuning) {
        var made = rules.made(tuning);
        var faults = new ArrayList<String>();
        made.all().refused().forEach(each -> faults.add(sentence(each)));
        var byName = byName(made.all().rules());
        for (var name : tuning.off()) {
            if (!byName.containsKey(name)) {
                faults.add("no rule is called " + name + ", which is switched off");
            }
        }
        for (var name : tuning.thresholds().keySet()) {
            if (!(byName.get(name) instanceof CorrelationRule rule) || !rule.counts()) {
                faults.add("no rule that counts is called " + name + ", which has a threshold");
            }
        }
        return faults;
    }

    private static String sentence(Refusal refusal) {
        var rule = refusal.rule().isEmpty() ? "" : " (" + refusal.rule() + ")";
        return refusal.file() + rule + ": " + refusal.reason();
    }

    /** What becomes of each of the tuning's own rules: those refused first. */
    List<RuleFinding> findings(Tuning tuning) {
        var made = rules.made(tuning);
        var pack = rules.made(tuning.withoutOwn()).all();
        var known = byName(pack.rules()).keySet();
        var found = new ArrayList<RuleFinding>();
        for (var refusal : made.all().refused()) {
            found.add(
                    new RuleFinding(
                            refusal.file(), null, refusal.rule(), refusal.reason(), List.of()));
        }
        var files = rules.own(tuning);
        var fileOf = fileOf(files);
        var silenced = new HashSet<>(made.all().silent());
        silenced.removeAll(pack.silent());
        for (var rule : made.all().rules()) {
            if (!known.contains(rule.head().name())) {
                var file = fileOf.getOrDefault(rule.head().title(), "");
                found.add(taken(file, rule, silenced, tuning, known));
            }
        }
        filters(files, made.all().refused()).forEach(found::add);
        return found;
    }

    private static RuleFinding taken(
            String file, Rule rule, Set<String> silenced, Tuning tuning, Set<String> known) {
        var head = rule.head();
        var remarks = new ArrayList<Remark>();
        boolean silent = silenced.contains(head.name());
        if (silent) {
            remarks.add(Remark.COUNTED_BY_OTHERS);
        }
        if (!silent && head.extension().attack() == null) {
            remarks.add(Remark.NO_KIND);
        }
        if (!silent && head.extension().reason().isEmpty()) {
            remarks.add(Remark.NO_REASON);
        }
        if (rule instanceof CorrelationRule correlation
                && correlation.rules().stream()
                        .anyMatch(name -> known.contains(name) && silenced.contains(name))) {
            remarks.add(Remark.SILENCES_A_RULE);
        }
        if (tuning.off().contains(head.name())) {
            remarks.add(Remark.SWITCHED_OFF);
        }
        return new RuleFinding(file, head.name(), head.title(), null, remarks);
    }

    private static List<RuleFinding> filters(List<RuleFile> files, List<Refusal> refused) {
        var found = new ArrayList<RuleFinding>();
        for (var file : files) {
            for (var document : file.documents()) {
                if (document instanceof Map<?, ?> map && map.containsKey("filter")) {
                    var title = String.valueOf(map.get("title"));
                    boolean isRefused =
                            refused.stream()
                                    .anyMatch(
                                            each ->
                                                    each.file().equals(file.name())
                                                            && each.rule().equals(title));
                    if (!isRefused) {
                        found.add(
                                new RuleFinding(
                                        file.name(), null, title, null, List.of(Remark.FILTER)));
                    }
                }
            }
        }
        return found;
    }

    /** Files by the titles in them. */
    private static Map<String, String> fileOf(List<RuleFile> files) {
        var all = new HashMap<String, String>();
        for (var file : files) {
            for (var document : file.documents()) {
                if (document instanceof Map<?, ?> map && map.get("title") instanceof String title) {
                    all.putIfAbsent(title, file.name());
                }
            }
        }
        return all;
    }

    private static Map<String, Rule> byName(List<Rule> rules) {
        return rules.stream().collect(Collectors.toMap(rule -> rule.head().name(), rule -> rule));
    }
}
