package dev.cordon.domain.detection.rule;

import static dev.cordon.domain.detection.rule.SigmaRules.load;
import static dev.cordon.domain.detection.rule.SigmaRules.only;
import static dev.cordon.domain.detection.rule.SigmaRules.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleHeadsTest {

    private static final String REST =
            "\nlogsource: {category: webserver}\ndetection: {a: {sc-status: 1}, condition: a}";

    @Test
    void whatARuleSaysAboutItselfIsKept() {
        var head =
                head(
                        """
                        title: ' A rule '
                        id: 5f0a1e0e-8f3c-4d7b-9a51-0f6e6f1f9f10
                        name: a_rule
                        status: stable
                        description: |
                          What it
                          finds.
                        author: Somebody, somebody else
                        license: DRL-1.1
                        tags: [attack.initial-access, attack.t1190, ATTACK.T1110.004, cve.2021-1, attack.t1190]
                        falsepositives: [People, Programs]
                        level: high
                        """);

        assertThat(head)
                .isEqualTo(
                        new RuleHead(
                                "a_rule",
                                "5f0a1e0e-8f3c-4d7b-9a51-0f6e6f1f9f10",
                                "A rule",
                                "What it\nfinds.",
                                Level.HIGH,
                                List.of("T1190", "T1110.004"),
                                List.of("People", "Programs"),
                                "Somebody, somebody else",
                                "DRL-1.1",
                                Extension.NONE));
    }

    @Test
    void aRuleWithoutNameIsCalledByItsIdAndElseByItsFile() {
        assertThat(head("title: A\nid: x-1").name()).isEqualTo("x-1");
        assertThat(head("title: A").name()).isEqualTo("file1.yml");
        assertThat(load("title: A" + REST + "\n---\ntitle: B" + REST).rules())
                .extracting(rule -> rule.head().name())
                .containsExactly("file1.yml", "file1.yml#1");
    }

    @Test
    void aRuleWithoutLevelIsOfTheMiddleOne() {
        assertThat(head("title: A").level()).isEqualTo(Level.MEDIUM);
    }

    @ParameterizedTest
    @CsvSource({
        "critical, CRITICAL",
        "high, HIGH",
        "Medium, MEDIUM",
        "low, LOW",
        "informational, INFORMATIONAL"
    })
    void levelsAreThoseOfSigma(String written, Level level) {
        assertThat(head("title: A\nlevel: " + written).level()).isEqualTo(level);
    }

    @Test
    void remarksMayBeListsAndWhatIsNoneIsLeftOut() {
        var head =
                head(
                        "title: A\nauthor: [B, C]\nfalsepositives: D\ndescription: {a: b}\ntags: {a: b}");

        assertThat(head.author()).isEqualTo("B, C");
        assertThat(head.falsePositives()).containsExactly("D");
        assertThat(head.description()).isEmpty();
        assertThat(head.techniques()).isEmpty();
    }

    @Test
    void keysOfOthersDoNoHarm() {
        assertThat(
                        head(
                                "title: A\ncustom: {a: [b]}\nfields: [c-ip]\nreferences: [x]\n"
                                        + "scope: [server]\nrelated: [{id: x, type: similar}]\n"
                                        + "taxonomy: sigma\nstatus: deprecated"))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "description: x → the document needs a text: title",
                "title: [x] → the document needs a text: title",
                "{title: A, name: [x]} → the document needs a text: name",
                "{title: A, level: severe} → no level is called severe",
                "{title: A, status: unsupported} → its author marks it as unsupported",
                "{title: A, taxonomy: ecs} → its names are of the taxonomy ecs",
                "{title: A, action: global} → collections with 'action' are Sigma 1",
                "{title: A, action: reset} → collections with 'action' are Sigma 1"
            })
    void headsThatCannotBeUsedAreRefused(String head, String reason) {
        var yaml = head.startsWith("{") ? head.substring(1, head.length() - 1) : head;

        assertThat(refusal(yaml.replace(", ", "\n") + REST)).contains(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "title: A → a rule has either a detection or a correlation",
                "just text → the document is no mapping",
                "[a, b] → the document is no mapping",
                "{title: A, logsource: {category: webserver}, detection: x} → detection is no mapping",
                "{title: A, detection: {}, correlation: {}} → either a detection or a correlation",
                "{[a]: b} → a key is not a text"
            })
    void documentsThatAreNoRulesAreRefused(String yaml, String reason) {
        assertThat(refusal(yaml)).contains(reason);
    }

    @Test
    void aFileWithoutDocumentsIsRefused() {
        assertThat(refusal("# nothing")).isEqualTo("the file holds no rule");
        assertThat(refusal("---\n---\n")).isEqualTo("the file holds no rule");
    }

    @Test
    void theRefusalNamesFileAndTitle() {
        var refused = load("title: A rule").refused().getFirst();

        assertThat(refused.file()).isEqualTo("file1.yml");
        assertThat(refused.rule()).isEqualTo("A rule");
    }

    @Test
    void ofTwoRulesWithOneNameTheSecondIsRefused() {
        var one = "title: A\nname: n\nid: i";

        assertThat(refusal(one + REST, "title: B\nname: n" + REST))
                .isEqualTo("another rule is called n too");
        assertThat(refusal(one + REST, "title: B\nid: i" + REST))
                .isEqualTo("another rule is called i too");
        assertThat(refusal(one + REST, "title: B\nname: i" + REST))
                .isEqualTo("another rule is called i too");
        assertThat(load(one + REST, "title: B\nname: n" + REST).rules()).hasSize(1);
    }

    private static RuleHead head(String yaml) {
        return only(yaml.stripTrailing() + REST).head();
    }
}
