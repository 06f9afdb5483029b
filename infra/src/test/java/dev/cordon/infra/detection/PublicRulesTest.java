package dev.cordon.infra.detection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.domain.detection.log.EventClass;
import dev.cordon.domain.detection.rule.Condition;
import dev.cordon.domain.detection.rule.EventRule;
import dev.cordon.domain.detection.rule.Level;
import dev.cordon.domain.detection.rule.RuleSet;
import dev.cordon.domain.detection.rule.SigmaLoader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Rules as SigmaHQ publishes them: four of its own, unchanged, and some of ours that are built as
 * its others are.
 */
class PublicRulesTest {

    @Test
    void publicRulesLoadUnchanged() throws IOException, URISyntaxException {
        var folder = Path.of(PublicRulesTest.class.getResource("/sigma").toURI());

        var set = SigmaLoader.load(RuleFiles.folder(folder), Map.of());

        assertThat(set.refused()).isEmpty();
        assertThat(set.rules())
                .extracting(rule -> rule.head().title())
                .containsExactly(
                        "F5 BIG-IP iControl Rest API Command Execution - Webserver",
                        "Path Traversal Exploitation Attempts",
                        "Suspicious User-Agents Related To Recon Tools",
                        "Cross Site Scripting Strings");
        assertThat(set.rules()).allMatch(set::alertsByItself);
    }

    @Test
    void theyKeepTheirAuthorsAndWhatTheySay() throws IOException, URISyntaxException {
        var folder = Path.of(PublicRulesTest.class.getResource("/sigma").toURI());

        var head = SigmaLoader.load(RuleFiles.folder(folder), Map.of()).rules().getLast().head();

        assertThat(head.author()).isEqualTo("Saw Win Naung, Nasreddine Bencherchali");
        assertThat(head.id()).isEqualTo("65354b83-a2ea-4ea6-8414-3ab38be0d409");
        assertThat(head.level()).isEqualTo(Level.HIGH);
        assertThat(head.techniques()).containsExactly("T1189");
        assertThat(head.falsePositives()).hasSize(3);
    }

    @Test
    void aMethodKeywordsAndAFilter() {
        var condition =
                condition(
                        """
                        select_method:
                            cs-method: 'GET'
                        keywords:
                            - '=<object '
                            - '=%3Cobject%20'
                            - 'srcdoc='
                        filter_main_status:
                            sc-status:
                                - 403
                                - 404
                        condition: select_method and keywords and not 1 of filter_main_*
                        """);

        assertThat(parts(condition)).hasSize(3).last().isInstanceOf(Condition.Not.class);
    }

    @Test
    void severalSelectionsThatAllHaveToFit() {
        var condition =
                condition(
                        """
                        selection_path:
                            cs-uri-stem|startswith:
                                - '/internal/'
                                - '/debug/'
                        selection_extension:
                            cs-uri-stem|endswith: '.php'
                        selection_anonymous:
                            cs-username:
                                - '-'
                                - ''
                        condition: all of selection_*
                        """);

        assertThat(parts(condition)).hasSize(3);
    }

    @Test
    void oneOfSeveralSelectionsWithPatternsOfNames() {
        var condition =
                condition(
                        """
                        selection_a:
                            cs-uri-query|contains|all:
                                - 'redirect='
                                - '//'
                        selection_b1:
                            cs-uri-query|re: '(?i)(^|[?&])next=https?(%3a|:)'
                        selection_b2:
                            sc-status: 302
                        condition: 1 of selection_a* or all of selection_b*
                        """);

        assertThat(condition).isInstanceOf(Condition.Or.class);
        assertThat(((Condition.Or) condition).any()).allMatch(Condition.And.class::isInstance);
    }

    @Test
    void aListOfMapsOverSeveralFields() {
        var condition =
                condition(
                        """
                        selection:
                            - cs-uri-query|contains: 'class.module'
                            - cs-user-agent|contains: '${'
                            - cs-referer|contains:
                                - '${'
                                - '%24%7b'
                        condition: selection
                        """);

        assertThat(((Condition.Or) condition).any()).hasSize(4);
    }

    @Test
    void absentHeadersAreWrittenAsNull() {
        var condition =
                condition(
                        """
                        selection:
                            cs-uri-query|contains: 'tunnel='
                        headers:
                            cs-referer: null
                            cs-User-Agent: null
                            cs-method: POST
                        condition: selection and headers
                        """);

        assertThat(parts(condition)).hasSize(4);
    }

    @Test
    void oneFieldTwiceAndListsOfNumbers() {
        var condition =
                condition(
                        """
                        selection:
                            cs-uri-query|contains: '~2'
                            cs-uri-query|endswith: '.bak'
                            cs-method:
                                - GET
                                - OPTIONS
                            sc-status:
                                - 200
                                - 301
                        condition: selection
                        """);

        assertThat(parts(condition)).hasSize(4);
    }

    @Test
    void backticksQuestionMarksAndPercentSigns() {
        assertThat(
                        condition(
                                """
                                selection:
                                    cs-uri-query|contains:
                                        - '?run=`'
                                        - '%60id%60'
                                        - 'a%252fb'
                                condition: selection
                                """))
                .isInstanceOf(Condition.Or.class);
    }

    @Test
    void errorLogsAreNamedByTheServiceAlone() {
        var set =
                load(
                        """
                        title: A worker died
                        logsource:
                            service: apache
                            definition: 'Requirements: the error.log'
                        detection:
                            keywords:
                                - 'child process * exited'
                            condition: keywords
                        """);

        assertThat(((EventRule) set.rules().getFirst()).source().classes())
                .containsExactly(EventClass.APPLICATION_ERROR);
    }

    @Test
    void aCorrelationWithItsRulesInOneFile() {
        var set =
                load(
                        """
                        title: Many refused uploads
                        id: 0d2dfd0e-7a53-4a71-bb52-3a0a64e6b0de
                        status: experimental
                        date: 2026-11-24
                        correlation:
                            type: event_count
                            rules:
                                - refused_upload
                            group-by:
                                - c-ip
                            timespan: 10m
                            condition:
                                gte: 20
                        falsepositives:
                            - Unlikely
                        level: high
                        ---
                        title: Refused upload
                        id: 6f3a8d8b-4a6a-4d26-9ed4-4f6b0c1a8e0f
                        name: refused_upload
                        logsource:
                            category: webserver
                        detection:
                            selection:
                                cs-method: POST
                                cs-uri-stem|endswith: '/async-upload.php'
                                sc-status: 403
                            condition: selection
                        """);

        assertThat(set.rules()).hasSize(2);
        assertThat(set.alertsByItself(set.rules().getFirst())).isTrue();
        assertThat(set.alertsByItself(set.rules().getLast())).isFalse();
    }

    @Test
    void whatAProxyLogsOrAnOldRuleCountsIsRefused() {
        var refused = new ArrayList<String>();
        for (var yaml :
                List.of(
                        "title: A\nlogsource: {category: proxy}\ndetection: {a: {c-useragent: x}, condition: a}",
                        "title: A\nlogsource: {category: webserver}\ndetection: {a: {response|contains: x}, condition: a}",
                        "title: A\nlogsource: {category: webserver}\ndetection: {a: {sc-status: 404}, timeframe: 10m, condition: a | count() by c-ip > 10}")) {
            SigmaLoader.load(List.of(RuleYaml.read("a.yml", yaml.getBytes(UTF_8))), Map.of())
                    .refused()
                    .forEach(refusal -> refused.add(refusal.reason()));
        }

        assertThat(refused)
                .containsExactly(
                        "no log here is of the category proxy",
                        "no log here has the field response",
                        "a timeframe is Sigma 1; write a correlation rule instead");
    }

    private static Condition condition(String detection) {
        var set =
                load(
                        "title: A rule\nstatus: test\nmodified: 2026-11-24\nlogsource:\n"
                                + "    category: webserver\ndetection:\n"
                                + detection.indent(4));
        return ((EventRule) set.rules().getFirst()).condition();
    }

    private static List<Condition> parts(Condition condition) {
        return ((Condition.And) condition).all();
    }

    private static RuleSet load(String yaml) {
        var file = RuleYaml.read("a.yml", yaml.getBytes(UTF_8));
        var set = SigmaLoader.load(List.of(file), Map.of());
        assertThat(set.refused()).isEmpty();
        return set;
    }
}
