package dev.cordon.domain.detection.pack;

import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.rule.RuleFile;
import dev.cordon.domain.detection.rule.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The pack as its files say it and as it runs. */
final class PackRules {

    private static final List<RuleFile> FILES = Pack.files();

    private PackRules() {}

    static RuleSet running() {
        return Pack.rules(DetectionSettings.DEFAULTS);
    }

    /** The rules that raise alerts, in their order. */
    static List<Rule> alerting() {
        var set = running();
        return set.rules().stream().filter(set::alertsByItself).toList();
    }

    /** The names of the rules of a file that raise alerts. */
    static List<String> alerting(String file) {
        var names = alerting().stream().map(rule -> rule.head().name()).toList();
        return documents(file)
                .map(document -> String.valueOf(document.get("name")))
                .filter(names::contains)
                .toList();
    }

    /** What stands in the file about the rule of that name. */
    static Map<?, ?> document(String name) {
        return FILES.stream()
                .flatMap(file -> documents(file.name()))
                .filter(document -> name.equals(document.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Map<?, ?>> documents(String file) {
        return FILES.stream()
                .filter(each -> each.name().equals(file))
                .flatMap(each -> each.documents().stream())
                .map(each -> (Map<?, ?>) each);
    }
}
