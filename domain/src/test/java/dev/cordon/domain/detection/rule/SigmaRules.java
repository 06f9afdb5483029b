package dev.cordon.domain.detection.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.engine.Pack;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Loads rules that tests write as YAML. */
final class SigmaRules {

    static final Map<String, List<String>> PLACEHOLDERS =
            Map.of(
                    "login", List.of("/wp-login.php", "/my-account"),
                    "method", List.of("get", "p*"),
                    "office", List.of("192.0.2.0/24", "2001:db8::/32"));

    private SigmaRules() {}

    static RuleSet load(String... files) {
        var all =
                IntStream.range(0, files.length)
                        .mapToObj(i -> Pack.file("file" + (i + 1) + ".yml", files[i]))
                        .toList();
        return SigmaLoader.load(all, PLACEHOLDERS);
    }

    static Rule only(String yaml) {
        var set = load(yaml);
        assertThat(set.refused()).isEmpty();
        return set.rules().getFirst();
    }

    static CorrelationRule correlation(String yaml) {
        var set = load(COUNTED, yaml);
        assertThat(set.refused()).isEmpty();
        return (CorrelationRule) set.rules().getLast();
    }

    /** The reason why the last of the files is not used. */
    static String refusal(String... files) {
        var refused = load(files).refused();
        assertThat(refused).isNotEmpty();
        assertThat(refused.getLast().file()).isEqualTo("file" + files.length + ".yml");
        return refused.getLast().reason();
    }

    /** A rule about web server logs with this detection. */
    static String rule(String detection) {
        return "title: A rule\nlogsource: {category: webserver}\ndetection:\n"
                + detection.stripTrailing().indent(2);
    }

    /** A rule with one selection of one line. */
    static String selection(String line) {
        return rule("selection:\n  " + line + "\ncondition: selection");
    }

    static Condition conditionOf(String detection) {
        return ((EventRule) only(rule(detection))).condition();
    }

    static Condition selected(String line) {
        return ((EventRule) only(selection(line))).condition();
    }

    static String whyNot(String line) {
        return refusal(selection(line));
    }

    /** Three rules for correlations to refer to: {@code a}, {@code b} and {@code c}. */
    static final String COUNTED =
            """
            {title: A, name: a, id: 11111111-1111-4111-8111-111111111111, logsource: {category: webserver}, detection: {s: {sc-status: 200}, condition: s}}
            ---
            {title: B, name: b, logsource: {category: webserver}, detection: {s: {sc-status: 201}, condition: s}}
            ---
            {title: C, name: c, logsource: {product: wordpress}, detection: {s: {activity_name: login}, condition: s}}
            """;
}
