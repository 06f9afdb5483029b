package dev.cordon.domain.detection.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule as it was read, before anybody knows whether the rules it refers to are there.
 *
 * @param generates whether the rules that it refers to raise alerts of their own as well
 */
record Draft(String file, Rule rule, boolean generates) {

    String name() {
        return rule.head().name();
    }

    /** The rules whose events a correlation relates. */
    List<String> members() {
        return rule instanceof CorrelationRule correlation ? correlation.rules() : List.of();
    }

    /** The rules that are only compared with. */
    List<String> witnesses() {
        var extension = rule.head().extension();
        var names = new ArrayList<>(extension.successes());
        if (extension.ratio() != null) {
            names.addAll(extension.ratio().to());
        }
        return names;
    }

    List<String> references() {
        var names = new ArrayList<>(members());
        names.addAll(witnesses());
        return names;
    }
}
