package dev.cordon.domain.detection.pack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.engine.DetectionSettings;
import dev.cordon.domain.detection.engine.Pack;
import dev.cordon.domain.detection.rule.CorrelationRule;
import dev.cordon.domain.detection.rule.EventRule;
import dev.cordon.domain.detection.rule.Extension;
import dev.cordon.domain.detection.rule.GroupField;
import dev.cordon.domain.detection.rule.Rule;
import dev.cordon.domain.detection.rule.SigmaLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The documentation of detection says what the rules and the program say. */
class DetectionDocumentTest {

    private static final Path DOCUMENT = Path.of("../docs/detection.md");
    private static final String BEGIN =
            "<!-- The pack, as DetectionDocumentTest prints it. -->\n\n";
    private static final String END = "\n<!-- End of the pack. -->";

    @Test
    void theDocumentationHoldsThisTable() throws IOException {
        var document = Files.readString(DOCUMENT);
        var table = document.substring(document.indexOf(BEGIN) + BEGIN.length());

        assertThat(table.substring(0, table.indexOf(END)))
                .as("put this between the two remarks of docs/detection.md:\n\n%s", table())
                .isEqualTo(table());
    }

    @Test
    void itsExamplesLoadBesideThePack() throws IOException {
        var examples =
                Pattern.compile("```yaml\\n(title: .*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(match -> Pack.file("example.yml", match.group(1)))
                        .toList();
        var all = Stream.concat(Pack.files().stream(), examples.stream()).toList();

        assertThat(examples).hasSize(2);
        assertThat(SigmaLoader.load(all, DetectionSettings.DEFAULTS.placeholders()).refused())
                .isEmpty();
    }

    @Test
    void rulesMayUseEveryFieldThatItNames() throws IOException {
        var rows =
                Pattern.compile("(?m)^\\| `(.*?)\\|(.*?)\\|(.*?)\\|.*\\|.*\\|$")
                        .matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(match -> match.group(1) + match.group(2) + match.group(3))
                        .filter(text -> text.contains("-"))
                        .limit(12)
                        .collect(Collectors.joining(" "));
        var fields =
                Pattern.compile("[a-z_.-]*[a-z]").matcher(rows).results().map(MatchResult::group);

        assertThat(fields).hasSizeGreaterThan(30).allMatch(DetectionDocumentTest::isKnown);
    }

    private static boolean isKnown(String field) {
        var rule =
                """
                title: A field
                logsource: {category: webserver}
                detection:
                  there: {%s|exists: true}
                  condition: there
                """
                        .formatted(field);
        return SigmaLoader.load(List.of(Pack.file("field.yml", rule)), Map.of())
                .refused()
                .isEmpty();
    }

    private static String table() {
        return "| rule | what | threshold | level | attack | technique | playbook |\n"
                + "|---|---|---|---|---|---|---|\n"
                + PackRules.alerting().stream()
                        .map(DetectionDocumentTest::row)
                        .collect(Collectors.joining());
    }

    private static String row(Rule rule) {
        var head = rule.head();
        return "| `%s` | %s | %s | %s | %s | %s | %s |\n"
                .formatted(
                        head.name(),
                        head.title(),
                        threshold(rule),
                        head.level().name().toLowerCase(Locale.ROOT),
                        head.extension().attack().label(),
                        String.join(", ", head.techniques()),
                        head.extension().playbook());
    }

    private static String threshold(Rule rule) {
        return switch (rule) {
            case EventRule _ -> "one";
            case CorrelationRule correlation ->
                    count(correlation) + conditions(rule.head().extension());
        };
    }

    private static String count(CorrelationRule rule) {
        var time = words(rule.timespan());
        return switch (rule.type()) {
            case TEMPORAL -> String.join(" and ", rule.rules()) + " within " + time;
            case TEMPORAL_ORDERED -> String.join(", then ", rule.rules()) + " within " + time;
            case EVENT_COUNT ->
                    rule.atLeast() == 1 ? "one" : rule.atLeast() + " in " + time + groups(rule);
            case VALUE_COUNT ->
                    "%d different %s in %s%s"
                            .formatted(rule.atLeast(), values(rule.value()), time, groups(rule));
        };
    }

    private static String values(GroupField field) {
        return switch (field) {
            case GroupField.SourceAddress _ -> "addresses";
            case GroupField.ResolvedPath _ -> "paths";
            case GroupField.Field _ -> "targets";
            case GroupField.Alias(var name) -> name;
        };
    }

    private static String groups(CorrelationRule rule) {
        return rule.groupBy().isEmpty()
                ? ""
                : rule.groupBy().getFirst() instanceof GroupField.SourceAddress
                        ? " of one address"
                        : " at one account";
    }

    private static String conditions(Extension extension) {
        var all = new ArrayList<String>();
        var ratio = extension.ratio();
        if (ratio != null) {
            all.add(number(ratio.atLeast()) + " for each " + String.join(", ", ratio.to()));
        }
        if (extension.cold()) {
            all.add("no sign of a browser");
        }
        if (extension.fresh() != null) {
            all.add("first seen within " + words(extension.fresh()));
        }
        if (extension.baseline() != null) {
            all.add(number(extension.baseline().factor()) + " times the usual");
        }
        return all.isEmpty() ? "" : "; " + String.join("; ", all);
    }

    private static String number(double number) {
        return new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT))
                .format(number);
    }

    private static String words(Duration time) {
        long seconds = time.toSeconds();
        if (seconds % 3_600 == 0) {
            return seconds / 3_600 + " h";
        }
        return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
    }
}
